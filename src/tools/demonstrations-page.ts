import { modelVersion } from '../engine/index.ts';
import { findScenario } from '../io/catalogue.ts';
import { formatBound, formatNumber, formatUnit, type Lang } from '../io/format.ts';
import { asked, type Shown } from './demonstrations-runs.ts';

const words = {
  fr: {
    title: '# Ce que les démonstrations attendaient, et ce qu’elles montrent',
    head: `Chaque attente a été écrite avant le premier calcul. ${formatNumber(asked.population, 'fr')} personnes, ${asked.months} mois, ${asked.replications} tirages, mêmes personnes et même chance\u00a0; territoire par défaut du scénario, sinon l’Aude. Intervalle à 95\u00a0% de la différence moyenne, sans correction pour le nombre d’attentes. Une attente déçue reste écrite\u00a0: c’est un résultat.`,
    columns: ['Démonstration', 'Comparée à', 'Indicateur', 'Attendu', 'Trouvé', 'Différence [IC à 95\u00a0%]'],
    sign: { up: 'monte', down: 'baisse', none: 'rien' },
  },
  en: {
    title: '# What the demonstrations expected, and what they show',
    head: `Each expectation was written before the first run. ${formatNumber(asked.population, 'en')} people, ${asked.months} months, ${asked.replications} replications, the same people and luck; the scenario’s default territory, or else the Aude. 95% interval of the mean difference, not corrected for the number of expectations. A failed expectation stays written: it is a result.`,
    columns: ['Demonstration', 'Compared with', 'Indicator', 'Expected', 'Found', 'Difference [95% CI]'],
    sign: { up: 'up', down: 'down', none: 'nothing' },
  },
} as const;

function section(shown: readonly Shown[], lang: Lang): string {
  const w = words[lang];
  const between = lang === 'fr' ? '\u00a0; ' : ', ';
  const rows = shown.map(({ scenario, against, indicator, expected, found, difference: { mean, low, high } }) => {
    const digits = indicator.digits + 1;
    const bound = (value: number) => formatBound(value, mean, indicator.unit, lang, { digits, compact: true });
    const sign = w.sign[found];
    return [
      `${findScenario(scenario)!.title[lang]} (\`${scenario}\`)`,
      `\`${against}\``,
      indicator.label[lang],
      w.sign[expected],
      found === expected ? sign : `**${sign}**`,
      `${formatUnit(mean, indicator.unit, lang, { digits, signed: true, change: true, compact: true })} [${bound(low!)}${between}${bound(high!)}]`,
    ];
  });
  const table = [w.columns, w.columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return [w.title, w.head, table].join('\n\n');
}

/** Expectations and findings as a page, French first; `npm run demonstrations` rewrites it. */
export const demonstrationsPage = (shown: readonly Shown[]): string =>
  `${section(shown, 'fr')}\n\n---\n\n${section(shown, 'en')}\n\nModel ${modelVersion}, \`npm run demonstrations\`.\n`;
