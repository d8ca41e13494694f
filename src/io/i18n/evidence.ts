import type { Estimand, Experiment, Target, Verdict } from '../../experiments/trial/types.ts';
import type { Lang } from '../format.ts';

interface EvidenceWords {
  readonly columns: {
    readonly verdict: string;
    readonly row: string;
    readonly what: string;
    readonly published: string;
    readonly band: string;
    readonly model: string;
  };
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly factor: (times: string) => string;
  readonly uses: Readonly<Record<Experiment['use'], string>>;
  readonly targets: Readonly<Record<Target, string>>;
  readonly units: Readonly<Record<Estimand['unit'], (figure: string) => string>>;
  readonly directionOnly: string;
  readonly noEffect: string;
  readonly above: (bound: string) => string;
  readonly below: (bound: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly unknown: string;
  readonly unread: string;
  /** Why a row has no figure, and why one has no interval: for tables that hold such rows. */
  readonly whyUnread: string;
  readonly whyUnknown: string;
  readonly window: (from: string, to: string) => string;
  readonly score: (agree: string, tests: string, share: string) => string;
  readonly detail: (undecided: string, off: string, wrong: string) => string;
  readonly nulls: (kept: string, nulls: string) => string;
  readonly blind: (agree: string, tests: string, share: string) => string;
  readonly why: string;
  readonly forest: {
    readonly title: string;
    readonly reading: string;
    readonly model: string;
    readonly band: string;
    readonly published: string;
    readonly drawn: (posterior: string) => string;
  };
  /** The second is about intervals; `drawn` stands in its place when parameters are drawn from a posterior. */
  readonly notes: readonly string[];
  readonly drawn: (posterior: string, particles: string) => string;
}

const fr: EvidenceWords = {
  columns: { verdict: 'Verdict', row: 'Ligne', what: 'Ce qui est comparé', published: 'Publié', band: 'Bande d’accord', model: 'Modèle [IC 95 %]' },
  verdicts: {
    'wrong-sign': 'signe contraire',
    broken: 'absence d’effet non retrouvée',
    off: 'à côté',
    undecided: 'indécis',
    kept: 'absence d’effet retrouvée',
    agrees: 's’accorde',
  },
  factor: (times) => ` (× ${times})`,
  uses: {
    test: 'Épreuves',
    blind: 'Ajoutées ensuite, d’abord jouées à l’aveugle (comptées à part)',
    calibration: 'Calage (jamais compté dans le score)',
    shown: 'Pour mémoire (jamais compté)',
  },
  targets: { level: 'niveau', effect: 'effet', sign: 'signe', profile: 'profil dans le temps', null: 'absence d’effet' },
  units: {
    points: (n) => `${n} points`,
    '%': (n) => `${n} %`,
    times: (n) => `× ${n}`,
    months: (n) => `${n} mois`,
    index: (n) => n,
    EUR: (n) => `${n} €`,
    hours: (n) => `${n} heures`,
    people: (n) => `${n} personnes`,
  },
  directionOnly: 'le sens seul',
  noEffect: 'aucun effet',
  above: (bound) => `au-dessus de ${bound}`,
  below: (bound) => `au-dessous de ${bound}`,
  between: (low, high) => `${low} à ${high}`,
  unknown: 'inconnu',
  unread: 'ne peut être lu',
  whyUnread:
    'Un chiffre « ne peut être lu » quand une case ne tient personne (voyez « who », les strates, les parts des bras), ou quand rien n’arrive de ce par quoi il faut diviser.',
  whyUnknown:
    'Un intervalle est « inconnu » quand il n’y a qu’un tirage, ou quand ce par quoi on divise est peut-être nul : il faut plus de tirages ou de personnes.',
  window: (from, to) => (from === to ? `mois ${from}` : `mois ${from}–${to}`),
  score: (agree, tests, share) =>
    `${agree} épreuve${agree === '1' || agree === '0' ? '' : 's'} sur ${tests} s’accorde${agree === '1' || agree === '0' ? '' : 'nt'} (${share} %).`,
  detail: (undecided, off, wrong) => `Indécises : ${undecided} ; à côté : ${off} ; de signe contraire ou sans l’absence d’effet publiée : ${wrong}.`,
  nulls: (kept, nulls) => `Absences d’effet retrouvées : ${kept} sur ${nulls}.`,
  blind: (agree, tests, share) => `Lignes ajoutées une fois le modèle construit : ${agree} sur ${tests} s’accordent (${share} %).`,
  why: 'Pourquoi',
  forest: {
    title: 'Le modèle face aux essais publiés',
    reading: 'Chaque ligne est ramenée à sa bande d’accord, en gris ; une flèche sort du cadre.',
    model: 'modèle, IC à 95 %',
    band: 'bande d’accord',
    published: 'publié',
    drawn: (posterior) => `Paramètres tirés du calage « ${posterior} ».`,
  },
  notes: [
    'Un verdict compare l’intervalle du modèle à une bande fixée d’avance dans le fichier de l’expérience. Trop large pour conclure, c’est « indécis », et ce n’est pas s’accorder.',
    'Les comparaisons se font en unités relatives, sur des personnes choisies comme dans l’étude ; l’intervalle ne dit que le hasard des tirages.',
    'Les lignes de calage ont servi à régler le modèle : elles ne prouvent rien. Les chiffres cités de mémoire ne sont que montrés.',
  ],
  drawn: (posterior, particles) =>
    `Les comparaisons se font en unités relatives, sur des personnes choisies comme dans l’étude. Chaque tirage a ses paramètres, pris au calage « ${posterior} » (${particles} jeux de valeurs, par leur poids), sauf ceux que l’expérience ou un bras fixe ; l’intervalle dit le hasard des tirages et ce que le calage laisse ignorer.`,
};

const en: EvidenceWords = {
  columns: { verdict: 'Verdict', row: 'Row', what: 'What is compared', published: 'Published', band: 'Band', model: 'Model [95% CI]' },
  verdicts: { 'wrong-sign': 'wrong sign', broken: 'null broken', off: 'off', undecided: 'undecided', kept: 'null kept', agrees: 'agrees' },
  factor: (times) => ` (× ${times})`,
  uses: {
    test: 'Tests',
    blind: 'Added later, first played blind (counted apart)',
    calibration: 'Calibration (never counted in the score)',
    shown: 'Shown (never counted)',
  },
  targets: { level: 'level', effect: 'effect', sign: 'sign', profile: 'time profile', null: 'null' },
  units: {
    points: (n) => `${n} points`,
    '%': (n) => `${n}%`,
    times: (n) => `× ${n}`,
    months: (n) => `${n} months`,
    index: (n) => n,
    EUR: (n) => `€${n}`,
    hours: (n) => `${n} hours`,
    people: (n) => `${n} people`,
  },
  directionOnly: 'direction only',
  noEffect: 'no effect',
  above: (bound) => `above ${bound}`,
  below: (bound) => `below ${bound}`,
  between: (low, high) => `${low} to ${high}`,
  unknown: 'unknown',
  unread: 'cannot be read',
  whyUnread: 'A figure “cannot be read” when a cell holds nobody (see “who”, strata, shares of arms), or when nothing happens of what it is to be divided by.',
  whyUnknown: 'An interval is “unknown” with a single replication, or when what it is divided by may be zero: more replications or people are needed.',
  window: (from, to) => (from === to ? `month ${from}` : `months ${from}–${to}`),
  score: (agree, tests, share) => `${agree} test${tests === '1' ? '' : 's'} of ${tests} agree${agree === '1' ? 's' : ''} (${share}%).`,
  detail: (undecided, off, wrong) => `Undecided: ${undecided}; off: ${off}; of the wrong sign, or with a published null broken: ${wrong}.`,
  nulls: (kept, nulls) => `Nulls kept: ${kept} of ${nulls}.`,
  blind: (agree, tests, share) => `Rows added once the model stood: ${agree} of ${tests} agree (${share}%).`,
  why: 'Why',
  forest: {
    title: 'The model and published trials',
    reading: 'Each row is drawn relative to the band in which the model agrees, in grey; an arrow leaves the frame.',
    model: 'model, 95% CI',
    band: 'band of agreement',
    published: 'published',
    drawn: (posterior) => `Parameters drawn from the posterior “${posterior}”.`,
  },
  notes: [
    'A verdict compares the model’s interval with a band fixed beforehand in the experiment’s file. Too wide to tell is “undecided”, which is not agreement.',
    'Comparisons are in relative units, on people selected as in the study; the interval tells the luck of replications alone.',
    'Calibration rows were used to set the model: they prove nothing. Figures quoted from memory are only shown.',
  ],
  drawn: (posterior, particles) =>
    `Comparisons are in relative units, on people selected as in the study. Each replication has its own parameters, drawn from the posterior “${posterior}” (${particles} sets of values, by weight), but for those that the experiment or an arm sets; the interval tells the luck of replications and what the posterior leaves unknown.`,
};

export const evidenceWords: Readonly<Record<Lang, EvidenceWords>> = { fr, en };
