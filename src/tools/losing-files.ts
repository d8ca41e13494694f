import { parameters, type Text } from '../engine/index.ts';
import { findScenario, scenarioTexts } from '../io/catalogue.ts';
import { formatNumber } from '../io/format.ts';

const file = (scenario: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify({ $schema: './schemas/scenario.schema.json', schema: 'parcours/scenario@1', ...scenario }, null, 2)}\n`;

/** A sentence that begins as a title in the middle of another. */
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function listed(ground: Readonly<Record<string, number>>): Text {
  const one = (lang: 'fr' | 'en') =>
    Object.entries(ground)
      .map(([id, value]) => `${lower(parameters.get(id)!.label[lang])} (${formatNumber(value, lang, 3)})`)
      .join(', ');
  return { fr: one('fr'), en: one('en') };
}

/** The ground alone: services side by side, where a few assumed parameters stand at the end of their plausible range. */
export function groundFile(policy: string, ground: Readonly<Record<string, number>>, territory: string): readonly [string, string] {
  const { title } = findScenario(policy)!;
  const names = listed(ground);
  const because = { fr: 'Borne défavorable de sa plage plausible.', en: 'The unfavourable end of its plausible range.' };
  return [
    `ground-${policy}`,
    file({
      id: `ground-${policy}`,
      title: { fr: `Terrain défavorable à «\u00a0${title.fr}\u00a0»`, en: `Ground unfavourable to “${title.en}”` },
      question: { fr: 'Que devient ce territoire sans la réforme\u00a0?', en: 'What becomes of this territory without the reform?' },
      story: {
        fr: `Ce terrain sert de point de comparaison. Ce qui n’est que supposé y est pris à la borne qui dessert la réforme\u00a0: ${names.fr}. Une recherche par tirages l’a trouvé, et des graines neuves l’ont confirmé.`,
        en: `This ground serves as the point of comparison. What is only assumed is taken at the end that works against the reform: ${names.en}. A search by draws found it, and fresh seeds confirmed it.`,
      },
      base: 'status-quo',
      territory,
      set: Object.fromEntries(Object.entries(ground).map(([id, value]) => [id, { value, because }])),
    }),
  ];
}

/** The rule on that ground, with what is expected of it there. */
export function policyFile(policy: string, indicator: string, sign: 'up' | 'down', territory: string): readonly [string, string] {
  const { title } = findScenario(policy)!;
  // As its file writes them: words of choices, yes and no.
  const { set, timeline } = JSON.parse(scenarioTexts.get(policy)!) as { set?: object; timeline?: object };
  return [
    `where-${policy}-loses`,
    file({
      id: `where-${policy}-loses`,
      title: { fr: `Là où «\u00a0${title.fr}\u00a0» perd`, en: `Where “${title.en}” loses` },
      question: { fr: 'Où cette réforme fait-elle moins bien que de ne rien changer\u00a0?', en: 'Where does this reform do worse than changing nothing?' },
      story: {
        fr: `La même réforme que «\u00a0${title.fr}\u00a0», sur un terrain choisi pour lui nuire. Aucune réforme ne gagne partout\u00a0: celle-ci est à lire avec son scénario d’origine. Elle se compare au même terrain sans elle.`,
        en: `The same reform as “${title.en}”, on a ground chosen to harm it. No reform wins everywhere: this one is to be read with its original scenario. It is compared with the same ground without it.`,
      },
      base: `ground-${policy}`,
      territory,
      ...(set ? { set } : {}),
      ...(timeline ? { timeline } : {}),
      expects: [
        {
          indicator,
          sign,
          against: `ground-${policy}`,
          because: { fr: 'Trouvé par la recherche, à confirmer sur des graines neuves.', en: 'Found by the search, to be confirmed on fresh seeds.' },
        },
      ],
    }),
  ];
}
