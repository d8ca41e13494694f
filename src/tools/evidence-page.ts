import { modelVersion } from '../engine/index.ts';
import { blocks } from '../experiments/trial/bench.ts';
import type { Row } from '../experiments/trial/types.ts';
import { good } from '../experiments/trial/verdict.ts';
import { cellsOf, scoreSentences } from '../io/evidence-rows.ts';
import { formatNumber, type Lang } from '../io/format.ts';
import { evidenceWords } from '../io/i18n/evidence.ts';

const NB = '\u00a0';

const prose = {
  fr: {
    title: '# Le banc de preuves',
    head: [
      `Des essais publiés et des expériences naturelles, rejoués dans le modèle, et l’écart à chacun${NB}: les écarts d’abord. Chaque expérience est un fichier de ce dossier, sans une ligne de code${NB}; ses bandes d’accord ont été fixées avant d’être jouées.`,
      'Les personnes sont choisies comme dans l’étude, les bras tirés comme elle les a tirés, et chacun est comparé à son jumeau dans un monde où personne n’est traité. Aucun effet publié n’est un paramètre.',
    ],
    how: '## Ajouter un essai',
    steps: `Copiez un fichier de ce dossier, gardez \`"schema": "parcours/experiment@1"\` et changez-y qui est étudié (\`who\`), l’unité tirée (\`assignment\`), les bras (\`arms\`), ce qui est mesuré (\`outcomes\`, \`estimands\`) et ce qui a été publié (\`published\`, \`agrees\`). Le schéma [experiment.schema.json](../schemas/experiment.schema.json) donne chaque clé et les listes fermées. \`npx parcours check mon-essai.json\` dit ses fautes, la forme d’abord et le sens ensuite, \`npx parcours evidence --file mon-essai.json\` le joue.`,
    lists: [
      `Sources${NB}: \`row\` nomme la ligne, ou votre étude (\`study:bergen-2019\`)${NB}; \`tag\` dit comment le chiffre est connu (\`V\` vu dans l’étude, \`V2\` dans une source secondaire, \`D\` son sens seul, \`R\` de mémoire, jamais compté)${NB}; \`use\`, s’il compte (\`test\`), a servi au réglage (\`calibration\`), a été ajouté une fois le modèle construit (\`blind\`, compté à part) ou n’est que montré (\`shown\`). Quand la fiche cite plusieurs sources, \`row\` d’une mesure dit la sienne.`,
      `Unités${NB}: \`person\`, \`caseworker\` (les dossiers d’un agent), \`structure\`, \`zone\`, \`territory\`. Une valeur d’un bras ne doit valoir que pour lui${NB}: le lecteur refuse un levier trop large pour l’unité.`,
      `Bras${NB}: \`set\` (leviers et paramètres), \`people\` et \`structures\` (ce qui est changé d’eux, une fois), \`service\` (une équipe pour l’essai). \`takeUp\` est la part de ceux qui acceptent${NB}: les autres sont lus avec le bras et n’en reçoivent rien, et une mesure \`over\` la part de \`served\` donne l’effet sur ceux qui ont accepté. \`lasts\` dit quand le bras cesse, \`undo\` reprend alors ce qui a été changé chez les personnes.`,
      `Deux étages${NB}: \`saturations\` tire dans chaque zone la part traitée. Échelonnement${NB}: \`waves\` tire le mois où chaque unité commence${NB}; les fenêtres comptent à partir de là. \`posts\` dit si les postes des services restent quand leurs personnes vont dans un service de l’essai (\`stay\`) ou les suivent (\`follow\`).`,
      `Mesures${NB}: \`level\`, \`difference\`, \`relative\`, \`ratio\`, \`hazard\`, \`hazard-ratio\`, \`gini\`, \`correlation\`, \`rank\`${NB}; \`over\` divise par une autre mesure (effet par inscrit, part des sorties vers l’emploi, public sur privé), \`minus\` en retire une autre (un terrain contre un autre). \`quantile\` lit un quantile des personnes au lieu de leur moyenne (0.5${NB}: la médiane).`,
      `Combiner${NB}: les mesures s’emboîtent sur cinq niveaux, \`over\` d’abord, \`minus\` ensuite${NB}; \`group\` met une mesure entre parenthèses, ainsi le coût d’un emploi de plus est une différence de dépense \`over\` une différence d’emplois. Les sommes sont d’abord réunies sur les tirages, et l’intervalle vient de ce que change chaque tirage retiré${NB}; un diviseur dont l’intervalle contient zéro laisse la ligne sans intervalle, donc indécise.`,
      `Cases${NB}: un bras, ou plusieurs réunis personne par personne (\`{"arm": ["a", "b"]}\`), dans une strate ou dans les zones de certaines saturations. \`who\` et \`strata\` bornent toute lecture de la personne (âge, besoins, ancienneté, mois dans la situation, ménage, zone)${NB}; le schéma dit ce que chacune mesure.`,
      `Résultats${NB}: \`as\` donne la moyenne ou part des mois (\`mean\`), la somme (\`sum\`), une fois au moins (\`ever\`), le dernier mois (\`end\`), les mois avant la première fois, toute la fenêtre pour qui ne l’atteint pas (\`first\`), le nombre d’épisodes (\`spells\`)${NB}; \`above\` pose un seuil. \`readings\` additionne des lectures${NB}: \`{"benefit": 1, "support-cost": 1, "operator-price": 1}\` est l’argent public dépensé pour la personne. Ni le prix des places construites ni les tâches qui ne vont à personne n’y sont.`,
      `Territoires${NB}: un \`indicator\` est un chiffre de tout le territoire, comparé entre bras quand chacun est un territoire${NB}; ses fenêtres comptent à partir du mois où commencent les premières unités, comme celles des personnes. Un \`survey\` garde ses propres dates.`,
      `Cibles${NB}: \`level\` et \`effect\` (l’intervalle rencontre la bande et n’est pas plus large qu’elle), \`sign\` (il est du bon côté), \`profile\` (à chaque date), \`null\` (il tient dans la marge).`,
    ],
    revised: '## Ce qui a été revu après un premier passage',
    revisions: [
      'Les bandes d’accord n’ont jamais bougé. Des plans ont été rapprochés de l’étude, et des valeurs supposées revues, après avoir vu des résultats ; voici lesquels, pour que le score soit lu avec cela.',
      'Publics : A1, A3 et A4 sont joués sur des personnes à qui manquent formation, langue ou usage du numérique ; la part de personnes aidées de C6, C7 et C17 est celle, petite, d’un essai sur son marché ; I15 prend les personnes gravement malades, depuis qu’une maladie grave empêche de travailler dans le modèle ; R1 prend ceux qui ne demandent pas depuis six mois et trouvent rarement un emploi, comme des personnes âgées.',
      'Contenu : C17 et C19 donnent une place de formation, que le modèle sait faire durer ; C14 en assure une pour chaque besoin auquel des places répondent, et prend plus de la recherche, comme un plein temps ; un sur trois des personnes à qui l’accompagnement de E1 est proposé l’accepte, et le paiement partiel de G1 est de moitié (deux chiffres cités de mémoire) ; la recherche d’emploi de A3 vient avec des ateliers et des contrôles ; l’accompagnement de E1 cesse au bout d’un an ; G5 est payé selon le barème publié ; T1 vérifie un résultat sur dix, ce que l’étude ne dit pas ; les témoins de G5 vont à une agence pour l’emploi sans travailleur social, et les équipes de I14 et de I15 s’occupent d’abord de la vie des gens, depuis que le modèle distingue les heures tournées vers l’emploi.',
      'Marchés : E1, E2 et E3 sont joués dans le Nord, où les services sont assez grands pour rendre un poste, et leurs postes suivent les personnes.',
      'Lectures : A3 compare registre et emploi pendant l’année qui suit le programme, le court terme de la synthèse ; R3 ne compte plus un mois de délai qui tenait lieu d’encombrement ; S14 lit la baisse immédiate au troisième mois, une fois la recherche imposée finie ; I15 lit le suivi parmi ceux qui sont encore au minimum social ; F4 compte une demande reçue pour un retour, puisque le revenu d’intégration est dû du jour où elle l’est.',
      'Services : une équipe faite pour un essai n’a guère autre chose à faire, et l’heure qu’elle ne donne pas à ses dossiers y vaut peu (0,05, au bas de sa plage) ; les agents ajoutés dans E2 ne reçoivent pas les demandes ; les deux agences de I6 sont des équipes, l’une aux deux métiers, l’autre à celui de la commune ; les réunions d’une fusion, comprises dans la mission d’intégration, ne sont plus comptées une seconde fois par un levier (I3, I5, I6).',
      'Effectifs : des expériences trop petites pour conclure en ont reçu de plus grands.',
      'Valeurs : le poids d’une allocation perdue (S1, S7, S8), l’abandon d’une demande (R3, S14), la valeur d’une formation et ce qu’elle apporte à qui trouve le moins (A1, A4, C14) et le recouvrement des marchés (E1 à E3) ont été choisis dans leurs plages en ayant ces lignes sous les yeux. Elles en sont moins probantes. La plage de la menace sur la recherche a été élargie pour atteindre une ligne de calage (S3), et l’effet de l’accompagnement sur la recherche réglé de nouveau sur C9 depuis qu’il apaise aussi la détresse.',
      'Essais ajoutés ensuite : treize, leur plan et leurs bandes fixés avant qu’ils soient joués. Joués tels quels, 20 lignes sur 37 s’accordaient (54 %), et 4 absences d’effet sur 6. Le modèle a été revu après les avoir vus : l’accompagnement apaise la détresse (calé sur D7), ce qui est exigé retient des demandes, l’absence de logement pèse moins sur l’emploi. Deux plans ont changé : les heures exigées à Stockholm sont des heures de recherche, et les parents seuls britanniques peuvent être sanctionnés. Le chiffre du jour n’est donc plus à l’aveugle.',
    ],
    results: '## Résultats',
    misses: '## Pourquoi ces écarts',
    drawn: 'Le graphique en forêt',
    made: (n: string) => `${n} tirages par expérience, modèle ${modelVersion}, \`npm run evidence\`.`,
  },
  en: {
    title: '# The evidence bench',
    head: [
      'Published trials and natural experiments, played again inside the model, and how far it is from each: misses first. Each experiment is a file of this folder, without a line of code; its bands of agreement were fixed before it was played.',
      'People are selected as in the study, arms drawn as it drew them, and each person is compared with his twin in a world where nobody is treated. No published effect is a parameter.',
    ],
    how: '## Adding a trial',
    steps:
      'Copy a file of this folder, keep `"schema": "parcours/experiment@1"` and change who is studied (`who`), the unit drawn (`assignment`), the arms (`arms`), what is measured (`outcomes`, `estimands`) and what was published (`published`, `agrees`). The schema [experiment.schema.json](../schemas/experiment.schema.json) gives every key and the closed lists. `npx parcours check my-trial.json` tells its faults, shape first and sense next, `npx parcours evidence --file my-trial.json` plays it.',
    lists: [
      'Sources: `row` names the row, or your study (`study:bergen-2019`); `tag` says how the figure is known (`V` seen in the study, `V2` in a secondary source, `D` its direction only, `R` from memory, never scored); `use`, whether it is scored (`test`), served to set the model (`calibration`), was added once the model stood (`blind`, scored apart) or is only shown (`shown`). When the file cites several sources, `row` of an estimand names its own.',
      'Units: `person`, `caseworker` (the files of one worker), `structure`, `zone`, `territory`. A value of an arm must hold for it alone: the reader refuses a lever too wide for the unit.',
      'Arms: `set` (levers and parameters), `people` and `structures` (what is changed of them, once), `service` (a team for the trial). `takeUp` is the share who accept: the others are read with the arm and have nothing of it, and a measure `over` the share `served` gives the effect on those who accepted. `lasts` says when the arm ceases, `undo` then takes back what was changed in people.',
      'Two stages: `saturations` draws in each zone the share that is treated. Staggered: `waves` draws the month in which each unit begins; windows count from there. `posts` says whether posts of services stay when their people go to a service of the trial (`stay`) or follow them (`follow`).',
      'Measures: `level`, `difference`, `relative`, `ratio`, `hazard`, `hazard-ratio`, `gini`, `correlation`, `rank`; `over` divides by another measure (effect per enrolee, share of exits to work, public over private), `minus` takes another away (one ground against another). `quantile` reads a quantile of the people instead of their mean (0.5: the median).',
      'Combining: measures nest five deep, `over` first and `minus` after; `group` puts a measure in brackets, so the cost of one more job is a difference of spending `over` a difference of jobs. Sums are pooled over replications first, and the interval comes from what each replication changes when left out; a divisor whose interval holds zero leaves the row without an interval, and so undecided.',
      'Cells: an arm, or several pooled person by person (`{"arm": ["a", "b"]}`), within a stratum or the zones of some saturations. `who` and `strata` bound any reading of the person (age, needs, months on benefit, months in the status, household, zone); the schema says what each one measures.',
      'Outcomes: `as` gives the mean or share of months (`mean`), the sum (`sum`), at least once (`ever`), the last month (`end`), the months before the first time, the whole window for those who never get there (`first`), the number of spells (`spells`); `above` sets a threshold. `readings` adds readings up: `{"benefit": 1, "support-cost": 1, "operator-price": 1}` is public money spent for the person. The price of places built, and tasks that go to nobody in particular, are not in it.',
      'Territories: an `indicator` is a figure of the whole territory, compared between arms when each is a territory; its windows count from the month the first units begin, like those of people. A `survey` keeps its own dates.',
      'Targets: `level` and `effect` (the interval meets the band and is no wider), `sign` (it stands on the right side), `profile` (at each date), `null` (it lies within the margin).',
    ],
    revised: '## What was revised after a first run',
    revisions: [
      'Bands of agreement never moved. Some designs were brought nearer the study, and some assumed values revised, after results had been seen; here they are, so that the score is read with them.',
      'People: A1, A3 and A4 are played on people who lack training, language or digital skills; the share of people helped in C6, C7 and C17 is the small one of a trial in its market; I15 takes severely ill people, since severe illness keeps one from working in the model; R1 takes those who have not claimed for six months and seldom find work, as elderly people.',
      'Content: C17 and C19 give a place in training, which the model can make last; C14 assures one for each need that places answer, and takes more from search, as full time does; one in three of those offered the support of E1 accepts it, and partial pay in G1 is half (two figures quoted from memory); job search in A3 comes with workshops and checks; support in E1 ends after a year; G5 is paid on the published scale; T1 checks one result in ten, which the study does not say; controls of G5 go to a job centre without social workers, and the teams of I14 and I15 deal first with people’s lives, since the model tells apart hours turned to work.',
      'Markets: E1, E2 and E3 are played in the Nord, where services are large enough to give up a post, and their posts follow people.',
      'Readings: A3 compares register and work over the year that follows the programme, the short term of the survey; R3 no longer counts a month of delay that stood for crowding; S14 reads the immediate fall in the third month, once the search imposed is over; I15 reads follow-up among those still on benefit; F4 counts a claim received as a return, since the integration income is due from that day.',
      'Services: a team made for one trial has little else to do, and an hour it does not give its files is worth little there (0.05, the low end of its range); workers added in E2 do not receive claims; the two offices of I6 are teams, one with both trades, the other with that of the municipality; the meetings of a merger, part of the mission of integration, are no longer counted a second time by a lever (I3, I5, I6).',
      'Sizes: experiments too small to tell were given more people.',
      'Values: the weight of a lost benefit (S1, S7, S8), the giving up of a claim (R3, S14), the worth of training and what it brings those who find least (A1, A4, C14) and the overlap of markets (E1 to E3) were chosen within their ranges with these rows in sight. These prove the less for it. The range of threat on search was widened to reach a calibration row (S3), and the effect of support on search was set again on C9 since support also eases distress.',
      'Trials added later: thirteen, their designs and bands fixed before they were played. Played as they stood, 20 rows of 37 agreed (54%), and 4 nulls of 6. The model was revised once they had been seen: support eases distress (set on D7), what is asked holds claims back, being without a home weighs less on work. Two designs changed: the hours asked in Stockholm are hours of search, and British lone parents may be sanctioned. So the figure of today is no longer blind.',
    ],
    results: '## Results',
    misses: '## Why these misses',
    drawn: 'The forest plot',
    made: (n: string) => `${n} replications for each experiment, model ${modelVersion}, \`npm run evidence\`.`,
  },
} as const;

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** Rows of one block as a Markdown table. */
function table(rows: readonly Row[], lang: Lang): string {
  const { columns } = evidenceWords[lang];
  const heads = [columns.verdict, columns.row, columns.what, columns.published, columns.band, columns.model];
  const body = rows.map((row) => {
    const { verdict, row: name, what, published, band, model } = cellsOf(row, lang);
    return [good(row.verdict) ? verdict : `**${verdict}**`, `[${name}](${row.experiment.id}.json)`, what, published, band, model].map(escaped);
  });
  return [heads, heads.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function section(rows: readonly Row[], replications: number, lang: Lang): string {
  const words = prose[lang];
  const bench = evidenceWords[lang];
  const missed = blocks(rows).flatMap((block) => block.rows.filter((row) => !good(row.verdict) && row.estimand.miss));
  return [
    words.title,
    ...words.head,
    `![${words.drawn}](forest.${lang}.svg)`,
    words.results,
    scoreSentences(rows, lang).join(' '),
    ...blocks(rows).flatMap((block) => [`### ${bench.uses[block.use]}`, table(block.rows, lang)]),
    bench.notes.map((note) => `- ${note}`).join('\n'),
    words.made(formatNumber(replications, lang, 0)),
    ...(missed.length > 0
      ? [
          words.misses,
          missed.map((row) => `- **${cellsOf(row, lang).row}, ${row.estimand.title[lang]}**${lang === 'fr' ? NB : ''}: ${row.estimand.miss![lang]}`).join('\n'),
        ]
      : []),
    words.revised,
    words.revisions.map((one, n) => (n === 0 ? `${one}\n` : `- ${one}`)).join('\n'),
    words.how,
    words.steps,
    words.lists.map((one) => `- ${one}`).join('\n'),
  ].join('\n\n');
}

/** `scenarios/evidence/README.md`, French first. */
export const evidencePage = (rows: readonly Row[], replications: number): string =>
  `${section(rows, replications, 'fr')}\n\n---\n\n${section(rows, replications, 'en')}\n`;

const place = (lang: Lang) => new RegExp(`(<!-- evidence ${lang} -->\\n)(?:(?!<!--)[\\s\\S])*(<!-- /evidence -->)`);

/** What the front README shows: the score and the tests that do not agree. */
function summary(rows: readonly Row[], lang: Lang): string {
  const missed = blocks(rows).flatMap((block) => (block.use === 'test' ? block.rows.filter((row) => !good(row.verdict)) : []));
  const linked = table(missed, lang).replaceAll(/\]\(([^)]+\.json)\)/g, '](scenarios/evidence/$1)');
  return [scoreSentences(rows, lang).join(' '), ...(missed.length > 0 ? [linked] : [])].join('\n\n');
}

/** README.md with its summaries of the bench rewritten. Throws when a place for one is missing. */
export function withEvidence(readme: string, rows: readonly Row[]): string {
  return (['fr', 'en'] as const).reduce((text, lang) => {
    if (!place(lang).test(text)) throw new Error(`README.md has no place for the bench: <!-- evidence ${lang} --> … <!-- /evidence -->.`);
    return text.replace(place(lang), (_, before: string, after: string) => `${before}\n${summary(rows, lang)}\n\n${after}`);
  }, readme);
}
