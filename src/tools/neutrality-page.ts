import { indicators, modelVersion, parameters } from '../engine/index.ts';
import { influences, shares } from '../experiments/neutrality.ts';
import { findScenario } from '../io/catalogue.ts';
import { formatNumber, type Lang } from '../io/format.ts';
import { asked, type Drawn, outcomes, policies } from './neutrality-runs.ts';

const words = {
  fr: {
    title: '# Qui gagne quand on change ce que nous ne savons pas',
    head: (n: number, failed: number) =>
      `${n} tirages des paramètres seulement supposés, chacun dans un département pris au hasard (${formatNumber(asked.population, 'fr')} personnes, ${asked.months} mois, politique à partir du mois 24).
Chaque paramètre supposé prend une valeur de sa plage plausible, une fois sur deux sous sa valeur par défaut, une fois sur deux au-dessus\u00a0; ceux de la population, de l’emploi et de la conjoncture, réglés ensemble sur les niveaux publiés, ne bougent pas.
Chaque politique est jouée une première fois, puis une seconde avec plus ou moins d’agents, de sorte que la dépense publique totale soit celle des services côte à côte.
Chaque case dit dans quelle part des tirages la politique fait mieux que les services côte à côte, avec son intervalle de Wilson à 95\u00a0%. Une part proche de 50\u00a0% ne dit rien\u00a0; proche de 0 ou de 100\u00a0%, elle demande une explication. Là où l’écart restant n’est pas proche de zéro, l’égalité n’a pu être atteinte\u00a0: l’effectif ne varie que de 40 à 180\u00a0% d’aujourd’hui.${failed ? ` ${failed} tirages où le monde débordait sont laissés de côté.` : ''}`,
    policy: 'Politique',
    gap: 'Écart de dépense restant, médiane',
    why: 'Ce qui demande une explication. La règle stricte gagne en emplois durables par ce qu’elle fait craindre, d’après des essais de sanctions (S3), et parce que ce qu’elle ne verse plus est rendu en agents sans suffire à égaler la dépense\u00a0; la part de la recherche par crainte qui vise un emploi durable n’est que supposée, et c’est elle qui pèse le plus. Elle perd presque partout sur ceux qui n’ont plus ni minimum social ni emploi. Un groupement, placebo compris, gagne la confiance par ses réunions et perd les heures qu’elles prennent. Accompagner d’abord ne prend rien à personne et laisse les services aussi pleins\u00a0: on y attend davantage.',
    influence: '## Les paramètres supposés qui pèsent le plus',
    influenceHead:
      'Corrélation de rang entre la valeur d’un paramètre et l’effet de la politique sur l’emploi durable et sur les besoins, au-delà de deux erreurs types du hasard. Positive\u00a0: une valeur haute aide la politique. Sur autant de paramètres, quelques liens faibles sont dus au hasard.',
    none: 'aucun au-delà du hasard',
  },
  en: {
    title: '# Who wins when what we do not know changes',
    head: (n: number, failed: number) =>
      `${n} draws of the parameters that are only assumed, each in a département taken at random (${formatNumber(asked.population, 'en')} people, ${asked.months} months, policy from month 24).
Each assumed parameter takes a value of its plausible range, half the time below its default, half the time above; those of population, jobs and conjuncture, fitted together on published levels, hold.
Each policy is played once, then again with more or fewer workers, so that total public spending is that of services side by side.
Each cell says in what share of the draws the policy does better than services side by side, with its 95% Wilson interval. A share near 50% says nothing; near 0 or 100% it asks for an explanation. Where the gap left is not near zero, equality could not be reached: staff only varies from 40 to 180% of today.${failed ? ` ${failed} draws in which the world overflowed are left out.` : ''}`,
    policy: 'Policy',
    gap: 'Spending gap left, median',
    why: 'What asks for an explanation. The strict rule gains durable jobs by the fear it spreads, after trials of sanctions (S3), and because what it no longer pays is given back in workers, without reaching equal spending; the share of search moved by fear that aims at durable jobs is only assumed, and weighs most. It loses almost everywhere on those left with neither minimum income nor work. A grouping, placebo included, gains trust by its meetings and loses the hours they take. Support first takes nothing from anybody and leaves services as full: people wait longer there.',
    influence: '## The assumed parameters that matter most',
    influenceHead:
      'Rank correlation between the value of a parameter and the effect of the policy on durable jobs and on needs, beyond two standard errors of chance. Positive: a high value helps the policy. Among so many parameters, a few weak links are due to chance.',
    none: 'none beyond chance',
  },
} as const;

const STRONGEST = 5;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const indicatorOf = (id: string) => indicators.find((i) => i.id === id)!;
const percent = (share: number, lang: Lang) => formatNumber(100 * share, lang, 0);

function section(draws: readonly Drawn[], failed: number, lang: Lang): string {
  const w = words[lang];
  const all = shares(draws, policies, outcomes.map(indicatorOf));
  const title = (id: string) => findScenario(id)!.title[lang];
  const cell = (policy: string, id: string) => {
    const { share, low, high } = all.find((s) => s.policy === policy && s.indicator === id)!;
    return `${percent(share, lang)} [${percent(low, lang)}–${percent(high, lang)}]`;
  };
  const head = [w.policy, ...outcomes.map((id) => indicatorOf(id).label[lang]), w.gap];
  const rows = policies.map((policy) => [
    title(policy),
    ...outcomes.map((id) => cell(policy, id)),
    `${formatNumber(median(draws.map((d) => d.gap[policy]!)), lang, 2, { signed: true })} %`,
  ]);
  const strongest = (policy: string, id: string) => {
    const found = influences(draws, policy, indicatorOf(id)).slice(0, STRONGEST);
    const one = ({ parameter, correlation }: (typeof found)[number]) =>
      `${parameters.get(parameter)!.label[lang]} (\`${parameter}\`, ${formatNumber(correlation, lang, 2, { signed: true })})`;
    return found.length === 0 ? w.none : found.map(one).join(lang === 'fr' ? '\u00a0; ' : '; ');
  };
  const table = [head, ['---', ...outcomes.map(() => '--:'), '--:'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const which = [
    [w.policy, ...['durable-jobs', 'needs'].map((id) => indicatorOf(id).label[lang])],
    ['---', '---', '---'],
  ];
  const influence = [...which, ...policies.map((p) => [title(p), strongest(p, 'durable-jobs'), strongest(p, 'needs')])]
    .map((c) => `| ${c.join(' | ')} |`)
    .join('\n');
  return [w.title, w.head(draws.length, failed), table, w.why, w.influence, w.influenceHead, influence].join('\n\n');
}

/** The neutrality study as a page, French first. Figures hang on the model alone; `npm run neutrality` rewrites it. */
export const neutralityPage = (draws: readonly Drawn[], failed: number): string =>
  `${section(draws, failed, 'fr')}\n\n---\n\n${section(draws, failed, 'en')}\n\nModel ${modelVersion}, \`npm run neutrality\`.\n`;
