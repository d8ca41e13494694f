import type { BodyInput, Evidence, Figure, Territory, ZoneInput } from '../../engine/index.ts';
import { exp, log } from '../../engine/core/math.ts';
import { parseCsv } from './csv.ts';
import { type Estimate, predict, ratioElsewhere, regress } from './estimate.ts';
import { estimated, round, sourcesOf } from './figure.ts';
import { portrait } from './portrait.ts';
import type { Sources } from './sources.ts';
import { zonesOf } from './zones.ts';

export const BRUSSELS = '04000';

/** A row of `belgium.csv`: about the Region when it names no commune. */
export interface Row {
  readonly zone: string;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly year: string;
  readonly evidence: Evidence;
  readonly source: string;
}

export function readRows(text: string): readonly Row[] {
  return parseCsv(text).map(({ zone = '', indicator = '', value = '', unit = '', year = '', evidence = '', source = '' }) => {
    if (value === '' || !Number.isFinite(Number(value))) throw new Error(`${zone} ${indicator} ${year}: "${value}" is not a number.`);
    return { zone, indicator, value: Number(value), unit, year, evidence: evidence as Evidence, source };
  });
}

/** Communes with a mission locale (ordinance of 27 November 2008). */
const MISSIONS_LOCALES = [
  'anderlecht',
  'bruxelles-ville',
  'etterbeek',
  'forest',
  'ixelles',
  'molenbeek-saint-jean',
  'saint-gilles',
  'saint-josse-ten-noode',
  'schaerbeek',
];

/**
 * Brussels-Capital from its rows. Its communes are its zones; each has its own CPAS. A commune’s share of people on minimum income is the published one
 * (ten of nineteen), or comes from its unemployment, or is what is left of the regional share, with the spread of the published ones as its error; its
 * unemployment likewise. Throws when a figure is missing.
 */
export function brussels(sources: Sources): Territory {
  const rows = sources.belgium;
  const region = (indicator: string): Row => need(rows, '', indicator);
  const zones = communes(rows, zonesOf(sources.zones, { code: BRUSSELS, id: 'bruxelles-capitale', label: { fr: '', en: '' } }));
  const recipients = plain(region('ris_recipients'), 'persons');
  const benefit = meanBenefit(region);
  const lead = (indicator: string): Figure => plain(region(indicator), 'share');
  const employmentService = lead('lead_employment_service');
  const other = lead('lead_other');
  const [low, high] = [region('files_cpas_low'), region('files_cpas_high')];
  const figures = {
    population: plain(region('population'), 'persons'),
    workingAge: workingAge(region),
    unemployment: plain(region('unemployment'), '%'),
    poverty: plain(region('poverty'), '%'),
    minimumIncomeHouseholds: recipients,
    adultsPerHousehold: plain(region('adults_per_household'), 'persons'),
    benefit,
    compensation: meanRefund(region, zones, recipients.value),
    insertionShare: insertionShare(region, recipients.value, benefit.value),
    leads: {
      employmentService,
      departement: { ...employmentService, value: round(1 - employmentService.value - other.value, 3) },
      other,
    },
    filesPerWorker: {
      employmentService: plain(region('files_employment_service'), 'files per worker'),
      departement: between(low, high, 'files per worker'),
      other: plain(region('files_mission_locale'), 'files per worker'),
    },
    zones,
  };
  const identity = { code: BRUSSELS, id: 'bruxelles-capitale', label: { fr: 'Bruxelles-Capitale', en: 'Brussels-Capital' } };
  const institutions = {
    country: 'BE' as const,
    vocabulary: 'belgium' as const,
    also: ['Bruxelles', 'Brussels', 'Brussel'],
    bodies: bodiesOf(zones),
    benefits: { payer: 'departement', bearer: 'departement', refunder: 'state' } as const,
    funders: {
      state: { fr: 'État fédéral', en: 'federal State' },
      departement: { fr: 'communes et CPAS', en: 'communes and CPAS' },
      caf: { fr: 'Région et COCOF', en: 'Region and COCOF' },
    },
    enterprises: enterprisesOf(region),
    values: valuesOf(rows, region),
    refund: {
      scale: [
        { from: 0, share: plain(region('refund_base'), 'share') },
        { from: 500, share: plain(region('refund_500'), 'share') },
        { from: 1000, share: plain(region('refund_1000'), 'share') },
      ],
      growth: plain(region('refund_growth'), 'share'),
      tolerance: plain(region('refund_tolerance'), 'share'),
      decay: plain(region('refund_decay'), 'share'),
      underContract: plain(region('refund_contract'), 'share'),
    },
  };
  const whole: Territory = { ...identity, ...institutions, ...figures };
  const template = sources.portraits.get(BRUSSELS);
  if (!template) throw new Error(`No portrait for ${BRUSSELS}.`);
  return { ...identity, portrait: portrait(template, whole), preset: true, ...institutions, ...figures };
}

/** Parameters that the rows name by their id: unemployment insurance by its law, and the labour chain as calibrated on Belgian spells. */
function valuesOf(rows: readonly Row[], region: Region): NonNullable<Territory['values']> {
  const factor = 1 + region('calibrated_error').value;
  return Object.fromEntries(
    rows
      .filter(({ zone, indicator }) => zone === '' && indicator.includes('.'))
      .map((row) => [row.indicator, row.evidence === 'estimated' ? estimated({ value: row.value, factor }, { ...row, decimals: 4 }) : plain(row, row.unit)]),
  );
}

/** Who is where, who pays it: CPAS by commune, nine missions locales, associations; no other municipal centre stands beside the CPAS. Shares assumed. */
function bodiesOf(zones: readonly ZoneInput[]): NonNullable<Territory['bodies']> {
  const body = (input: BodyInput): BodyInput => input;
  return {
    'employment-service': body({ label: { fr: 'Actiris', en: 'Actiris (employment service)' }, payers: [0, 0, 1] }),
    departement: body({
      label: { fr: 'CPAS', en: 'municipal welfare centre (CPAS)' },
      seats: zones.map(({ id }) => id),
      residentsOnly: true,
      payers: [0.2, 0.7, 0.1],
    }),
    ccas: body({ share: 0 }),
    'local-mission': body({ label: { fr: 'mission locale', en: 'mission locale' }, share: 0.5, seats: MISSIONS_LOCALES, payers: [0, 0, 1] }),
    association: body({ label: { fr: 'organisme d’insertion (OISP)', en: 'insertion association (OISP)' }, share: 0.5, payers: [0.1, 0, 0.9] }),
    operator: body({ payers: [0, 0, 1] }),
  };
}

/**
 * Article 60 § 7 stands in the row of work sites: a contract as long as regaining unemployment rights takes, and then the person leaves the CPAS budget. Social
 * enterprises of their own employees stand in the row of insertion companies; the other kinds are French.
 */
function enterprisesOf(region: Region): NonNullable<Territory['enterprises']> {
  return {
    'work-site': {
      label: { fr: 'article 60 § 7', en: 'article 60 § 7' },
      places: plain(region('article_60_places'), 'places'),
      stay: plain(region('article_60_months'), 'months'),
      insured: plain(region('article_60_insured'), 'share'),
      subsidy: plain(region('article_60_subsidy'), 'EUR/year'),
      payers: [0.5, 0.1, 0.4],
    },
    'insertion-company': {
      label: { fr: 'entreprise sociale d’insertion', en: 'social insertion enterprise' },
      places: plain(region('insertion_company_places'), 'places'),
      payers: [0, 0, 1],
    },
  };
}

function need(rows: readonly Row[], zone: string, indicator: string): Row {
  const found = find(rows, zone, indicator);
  if (!found) throw new Error(`No ${indicator} for ${zone || BRUSSELS}.`);
  return found;
}

const find = (rows: readonly Row[], zone: string, indicator: string): Row | undefined => rows.find((row) => row.zone === zone && row.indicator === indicator);

const plain = ({ value, year, evidence, source }: Row, unit: string): Figure => ({ value, unit, year, evidence, source });

/** Two published bounds: their geometric mean, and themselves as the interval. */
function between(low: Row, high: Row, unit: string): Figure {
  const value = round(Math.sqrt(low.value * high.value), 0);
  return { value, unit, year: low.year, evidence: 'estimated', source: sourcesOf([low, high]), low: low.value, high: high.value };
}

type Region = (indicator: string) => Row;

/** People aged 18 to 64 are those of whom the published number is the published share; those a little younger and older are added by a supposed factor. */
function workingAge(region: Region): Figure {
  const rows = [region('ris_and_eris'), region('adults_18_64_share'), region('other_ages_15_69')] as const;
  const value = ((100 * rows[0].value) / rows[1].value) * rows[2].value;
  return estimated({ value, factor: 1.03 }, { unit: 'persons', year: '2023', source: sourcesOf(rows), decimals: 0 });
}

/** Legal amounts by category, at a supposed mix of categories, less what recipients’ own resources replace. */
function meanBenefit(region: Region): Figure {
  const rows = ['ris_cohabiting', 'ris_single', 'ris_family', 'mix_cohabiting', 'mix_family', 'own_resources', 'mix_error'].map(region);
  const [cohabiting, single, family, few, many, own, error] = rows.map(({ value }) => value) as [number, number, number, number, number, number, number];
  const value = (few * cohabiting + (1 - few - many) * single + many * family) * (1 - own);
  return estimated({ value, factor: 1 + error }, { unit: 'EUR/month', year: '2025', source: sourcesOf(rows), decimals: 1 });
}

/** What the federal State refunds in the mean: the scale at each CPAS’s number, and the supplement for those under contract. Only a summary: books read the scale. */
function meanRefund(region: Region, zones: readonly ZoneInput[], recipients: number): Figure {
  const rows = ['refund_base', 'refund_500', 'refund_1000', 'refund_contract', 'contract_share'].map(region);
  const [base, mid, top, supplement, contracts] = rows.map(({ value }) => value) as [number, number, number, number, number];
  const weights = zones.map(({ share, minimumIncome }) => share * minimumIncome!.value);
  const all = weights.reduce((a, b) => a + b, 0);
  const shareAt = (count: number): number => (count >= 1000 ? top : count >= 500 ? mid : base);
  const scale = weights.reduce((sum, weight) => sum + (weight / all) * shareAt((recipients * weight) / all), 0);
  return estimated({ value: scale + supplement * contracts, factor: 1.04 }, { unit: 'share', year: '2023', source: sourcesOf(rows), decimals: 3, atMost: 1 });
}

/** What is known of insertion money beside the benefit: the dotation for article 60, and what Actiris pays the CPAS. Years differ: assumed. */
function insertionShare(region: Region, recipients: number, benefit: number): Figure {
  const rows = [region('article_60_dotation'), region('actiris_to_cpas')] as const;
  const value = round(((rows[0].value + rows[1].value) * 1e6) / (recipients * benefit * 12), 3);
  return { value, unit: 'share', year: '2015-2025', evidence: 'assumed', source: sourcesOf(rows) };
}

interface Known {
  readonly estimate: Estimate;
  readonly rows: readonly Row[];
  readonly published: boolean;
}

function communes(rows: readonly Row[], zones: readonly ZoneInput[]): readonly ZoneInput[] {
  const risRows = new Map(zones.flatMap(({ id }) => [find(rows, id, 'ris_share')].flatMap((row) => (row ? [[id, row] as const] : []))));
  const jobless = new Map(zones.flatMap(({ id }) => [unemploymentOf(rows, id)].flatMap((known) => (known ? [[id, known] as const] : []))));
  const ris = new Map<string, Known>([...risRows].map(([id, row]) => [id, { estimate: { value: row.value, factor: 1 }, rows: [row], published: true }]));
  const [risPublished, joblessPublished] = [new Map(ris), new Map(jobless)];
  for (const { id } of zones) {
    const from = joblessPublished.get(id);
    if (!ris.has(id) && from) ris.set(id, fitted(risPublished, joblessPublished, from));
    const other = risPublished.get(id);
    if (!jobless.has(id) && other) jobless.set(id, fitted(joblessPublished, risPublished, other));
  }
  const restRis = residual(zones, ris, need(rows, '', 'adults_18_64_share'), risPublished);
  const restJobless = residual(zones, jobless, need(rows, '', 'unemployment_2023'), joblessPublished);
  return zones.map((zone) => {
    const files = filesOf(rows, zone.id);
    return {
      ...zone,
      unemployment: figureOf(jobless.get(zone.id) ?? restJobless, '%', '2023'),
      minimumIncome: figureOf(ris.get(zone.id) ?? restRis, '% of 18-64', '2023'),
      ...(files ? { filesPerWorker: files } : {}),
    };
  });
}

/** Unemployment of a commune: that of 2023, or that of 2013 carried by the Region’s, with the error of so carrying the one commune known at both dates. */
function unemploymentOf(rows: readonly Row[], id: string): Known | undefined {
  const latest = find(rows, id, 'unemployment_2023');
  if (latest) return { estimate: { value: latest.value, factor: 1 }, rows: [latest], published: true };
  const earlier = find(rows, id, 'unemployment_2013');
  if (!earlier) return undefined;
  const [then, now] = [need(rows, '', 'unemployment_2013'), need(rows, '', 'unemployment_2023')];
  const misses = rows
    .filter(({ indicator, zone }) => indicator === 'unemployment_2013' && zone && find(rows, zone, 'unemployment_2023'))
    .map((row) => log(need(rows, row.zone, 'unemployment_2023').value / ((row.value * now.value) / then.value)));
  const error = Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length);
  return { estimate: { value: (earlier.value * now.value) / then.value, factor: exp(error) }, rows: [earlier, then, now], published: false };
}

/** One figure of a commune from the other, by least squares on logarithms over the communes where both are published; error from leaving one out. */
function fitted(target: ReadonlyMap<string, Known>, given: ReadonlyMap<string, Known>, from: Known): Known {
  const points = [...target].flatMap(([id, known]) => {
    const other = given.get(id);
    return other ? [{ id, target: log(known.estimate.value), row: [1, log(other.estimate.value)] }] : [];
  });
  const { coefficients, error } = regress(points);
  return { estimate: { value: exp(predict(coefficients, [1, log(from.estimate.value)])), factor: exp(error) }, rows: from.rows, published: false };
}

/** What is left of the regional figure for the communes where nothing is published, and the spread of the published ones as its error. */
function residual(zones: readonly ZoneInput[], known: ReadonlyMap<string, Known>, region: Row, published: ReadonlyMap<string, Known>): Known {
  let left = region.value;
  let share = 0;
  for (const zone of zones) {
    const own = known.get(zone.id);
    if (own) left -= zone.share * own.estimate.value;
    else share += zone.share;
  }
  const { factor } = ratioElsewhere([...published.values()].map(({ estimate }) => estimate.value));
  return { estimate: { value: left / share, factor }, rows: [region, ...[...published.values()].flatMap((one) => one.rows)], published: false };
}

function figureOf({ estimate, rows, published }: Known, unit: string, year: string): Figure {
  if (published) return { value: estimate.value, unit, year: rows[0]!.year, evidence: 'measured', source: sourcesOf(rows) };
  return estimated(estimate, { unit, year, source: sourcesOf(rows), decimals: 1 });
}

/** Files per worker of a commune’s CPAS, where published. */
function filesOf(rows: readonly Row[], id: string): Figure | undefined {
  const one = find(rows, id, 'files_cpas');
  if (one) return plain(one, 'files per worker');
  const [low, high] = [find(rows, id, 'files_cpas_low'), find(rows, id, 'files_cpas_high')];
  return low && high ? between(low, high, 'files per worker') : undefined;
}
