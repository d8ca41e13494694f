import * as v from 'valibot';
import { summaries, targets, units, uses } from '../experiments/trial/types.ts';
import { measureShape } from './experiment-measure-shape.ts';
import { both, bounded, finite, pair, some, value, whole } from './experiment-values.ts';
import { closed, code, idShape, textShape } from './shape.ts';

export const experimentSchemaName = 'parcours/experiment@1';

const letters = v.pipe(
  v.string(),
  v.regex(/^[NEPOUWACISDXLV]+$/, code('bad-statuses')),
  both(
    'Letters of statuses: N not entitled, E entitled without claiming, P claim pending, O on benefit, U payment suspended, W waiting for a service, A accompanied, C in care or justice, I insertion job, S short job, D durable job, X sanctioned, L left for another reason, V lost from view.',
    'Lettres des situations : N sans droit, E droit sans demande, P demande en cours, O au minimum social, U versement suspendu, W en attente d’un service, A accompagnée, C en soin ou en justice, I emploi d’insertion, S emploi court, D emploi durable, X sanctionnée, L sortie pour un autre motif, V perdue de vue.',
  ),
);

const who = closed({
  status: v.optional(letters),
  household: v.optional(some(v.string())),
  body: v.optional(v.pipe(some(v.string()), both('Networks of the lead service.', 'Réseaux du service référent.'))),
  within: v.optional(v.pipe(v.record(v.string(), pair), both('Bounds on readings of the person.', 'Bornes sur des lectures de la personne.'))),
  rank: v.optional(
    v.pipe(
      closed({ of: v.string(), from: bounded(0, 1), to: bounded(0, 1) }),
      both(
        'Place among the people of the study, from 0 (lowest) to 1. For strata.',
        'Rang parmi les personnes étudiées, de 0 (le plus bas) à 1. Pour les strates.',
      ),
    ),
  ),
});

const edit = v.union([finite, closed({ times: finite }), closed({ plus: finite })]);
const edits = v.pipe(
  v.record(v.string(), edit),
  both(
    'Done once, when the unit begins: a number sets, {"times": x} multiplies, {"plus": x} adds.',
    'Fait une fois, quand l’unité commence : un nombre fixe, {"times": x} multiplie, {"plus": x} ajoute.',
  ),
);

const service = v.pipe(
  closed({ body: v.string(), filesPerWorker: bounded(1, 2_000), edits: v.optional(edits) }),
  both(
    'A service that exists for this arm alone, like those of the network named, with these files per worker.',
    'Un service qui n’existe que pour ce bras, semblable à ceux du réseau nommé, avec ce nombre de dossiers par agent.',
  ),
);

const arm = closed({
  id: idShape,
  title: textShape,
  share: v.optional(
    v.pipe(bounded(0, 1), both('Share of the units; equal shares when no arm states one.', 'Part des unités ; parts égales si aucun bras n’en donne.')),
  ),
  set: v.optional(
    v.pipe(
      v.record(v.string(), value),
      both('Levers and parameters, for the units of this arm alone.', 'Leviers et paramètres, pour les seules unités de ce bras.'),
    ),
  ),
  people: v.optional(edits),
  structures: v.optional(edits),
  service: v.optional(service),
  takeUp: v.optional(
    v.pipe(
      bounded(0, 1),
      both(
        'Share of the people assigned who accept: the others are read with the arm, and have nothing of it.',
        'Part des personnes du bras qui acceptent : les autres sont lues avec lui, et n’en reçoivent rien.',
      ),
    ),
  ),
  lasts: v.optional(v.pipe(whole(1, 360), both('Months after which the arm ceases.', 'Mois après lesquels le bras cesse.'))),
  undo: v.optional(
    v.pipe(
      v.literal(true),
      both(
        'When the arm ceases, what was changed in people moves back by as much, and no further than where it stood. Without it, it stays.',
        'Quand le bras cesse, ce qui a été changé chez les personnes revient d’autant en arrière, sans aller plus loin que d’où il était parti. Sans cela, on le leur laisse.',
      ),
    ),
  ),
});

const outcome = closed({
  status: v.optional(letters),
  reading: v.optional(v.string()),
  readings: v.optional(
    v.pipe(
      v.record(v.string(), finite),
      both(
        'Readings added up, each times its worth: {"benefit": 1, "support-cost": 1} is public money spent for the person.',
        'Lectures additionnées, chacune fois sa valeur : {"benefit": 1, "support-cost": 1} est l’argent public dépensé pour la personne.',
      ),
    ),
  ),
  weights: v.optional(v.pipe(v.record(letters, finite), both('A worth for each letter of status.', 'Une valeur pour chaque lettre de situation.'))),
  served: v.optional(
    v.pipe(v.literal(true), both('1 for those who took up what their arm offers.', 'Vaut 1 pour ceux qui ont accepté ce que leur bras propose.')),
  ),
  indicator: v.optional(
    v.pipe(
      v.string(),
      both(
        'A figure of the whole territory: windows count from the month the first units begin. Arms are compared on it when each is a territory.',
        'Un chiffre de tout le territoire : les fenêtres comptent à partir du mois où commencent les premières unités. Les bras s’y comparent quand chacun est un territoire.',
      ),
    ),
  ),
  survey: v.optional(
    v.pipe(v.string(), both('A level on the definition of a published survey, in %.', 'Un niveau à la définition d’une enquête publiée, en %.')),
  ),
  above: v.optional(
    v.pipe(
      finite,
      both('Read as 1 in the months when the figure is above this, 0 in the others.', 'Lu comme 1 les mois où le chiffre dépasse cette valeur, 0 les autres.'),
    ),
  ),
  from: v.optional(
    v.pipe(
      whole(1, 360),
      both('First month of the window; 1 is the first after the unit begins.', 'Premier mois de la fenêtre ; 1 est le premier après le début.'),
    ),
  ),
  to: v.optional(whole(1, 360)),
  as: v.optional(
    v.pipe(
      v.picklist(summaries),
      both(
        'What is made of the months of the window: mean (share of months), sum, ever (once above zero), end (last month), first (months before it is first above zero, the whole window for those who never are), spells (times it rises above zero, one under way at the start included).',
        'Ce qui est fait des mois de la fenêtre : mean (part des mois), sum (somme), ever (une fois au-dessus de zéro), end (dernier mois), first (mois avant de passer au-dessus de zéro, toute la fenêtre pour qui n’y passe jamais), spells (nombre d’épisodes, celui déjà commencé compris).',
      ),
    ),
  ),
});

const band = closed({ low: v.optional(finite), high: v.optional(finite) });

const estimand = closed({
  id: idShape,
  title: textShape,
  unit: v.picklist(['points', '%', 'times', 'months', 'index', 'EUR', 'hours', 'people']),
  target: v.picklist(targets),
  row: v.optional(
    v.pipe(v.string(), both('The source this row rests on, when the file cites several.', 'La source de cette ligne, quand la fiche en cite plusieurs.')),
  ),
  measure: measureShape,
  published: v.pipe(
    closed({ point: v.optional(finite), low: v.optional(finite), high: v.optional(finite) }),
    both(
      'The published figure and interval, in the unit of the row; empty when only a direction was seen.',
      'Le chiffre publié et son intervalle, dans l’unité de la ligne ; vide si seul le sens est connu.',
    ),
  ),
  agrees: v.pipe(
    band,
    both(
      'Where the model agrees. One bound for a sign, both for the others; a null states the margin on both sides.',
      'Où le modèle s’accorde. Une borne pour un signe, deux pour les autres ; une absence d’effet donne la marge des deux côtés.',
    ),
  ),
  points: v.optional(
    v.pipe(
      some(closed({ from: whole(1, 360), to: whole(1, 360), agrees: band })),
      both(
        'A time profile: the measure at each window, with the measures inside it that have no window of their own.',
        'Un profil dans le temps : la mesure à chaque fenêtre, avec les mesures qu’elle contient et qui n’ont pas la leur.',
      ),
    ),
  ),
  miss: v.optional(v.pipe(textShape, both('Why the two differ, when they do.', 'Pourquoi les deux diffèrent, quand c’est le cas.'))),
});

const ground = closed({
  id: idShape,
  title: textShape,
  territory: v.optional(v.string()),
  set: v.optional(v.record(v.string(), value)),
});

/** The form of a virtual experiment. What names and values mean is checked after. */
export const experimentShape = closed({
  $schema: v.optional(v.string()),
  schema: v.literal(experimentSchemaName),
  id: idShape,
  title: textShape,
  story: v.pipe(
    textShape,
    both('What was done, and how it is played here. Never the result.', 'Ce qui a été fait, et comment on le rejoue ici. Jamais le résultat.'),
  ),
  sources: some(
    closed({
      row: v.pipe(
        v.string(),
        v.regex(/^(effect|fact|study):[A-Za-z0-9][A-Za-z0-9.-]*$/, code('bad-row')),
        both(
          'The row of the evidence tables (effect:C6, fact:F4), or a name of your own for a study that is not there (study:bergen-2019).',
          'La ligne des tableaux de preuves (effect:C6, fact:F4), ou un nom à vous pour une étude qui n’y est pas (study:bergen-2019).',
        ),
      ),
      tag: v.pipe(
        v.picklist(['V', 'V2', 'D', 'R']),
        both(
          'How the figure is known: V seen in the study, V2 in a secondary source, D its direction only, R from memory and never scored.',
          'Comment le chiffre est connu : V vu dans l’étude, V2 dans une source secondaire, D son sens seul, R de mémoire et jamais compté.',
        ),
      ),
      title: v.pipe(v.string(), v.regex(/\S/, code('empty-text'))),
      url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, code('bad-url')))),
    }),
  ),
  use: v.pipe(
    v.picklist(uses),
    both(
      'Whether it served to set the model, is scored as a test, was added later and first played blind (scored apart), or is only shown.',
      'S’il a servi à régler le modèle, s’il compte comme épreuve, s’il a été ajouté ensuite et d’abord joué à l’aveugle (compté à part), ou s’il n’est que montré.',
    ),
  ),
  scenario: v.optional(
    v.pipe(idShape, both('Rules in force for everyone: status-quo when not stated.', 'Règles en vigueur pour tous : status-quo si rien n’est dit.')),
  ),
  set: v.optional(
    v.pipe(
      v.record(v.string(), value),
      both('What differs from them for everyone, the first arm included.', 'Ce qui en diffère pour tous, premier bras compris.'),
    ),
  ),
  territory: v.optional(v.pipe(v.string(), both('The average département when not stated.', 'Le département moyen si rien n’est dit.'))),
  zones: v.optional(
    v.pipe(
      whole(1, 1_000),
      both(
        'Cuts the territory into so many equal zones, each with its own jobs, far from one another.',
        'Coupe le territoire en autant de zones égales, chacune avec ses emplois, loin les unes des autres.',
      ),
    ),
  ),
  grounds: v.optional(
    v.pipe(
      some(ground),
      both(
        'The experiment is played on each ground; the first when a measure names none.',
        'L’expérience est jouée sur chaque terrain ; le premier si rien n’est dit.',
      ),
    ),
  ),
  population: v.optional(whole(1_000, 200_000)),
  months: v.pipe(whole(1, 240), both('Months each person is followed.', 'Mois pendant lesquels chaque personne est suivie.')),
  enrol: v.optional(
    v.pipe(
      whole(1, 120),
      both('Months during which people who come to fit are enrolled.', 'Mois pendant lesquels on inclut ceux qui viennent à remplir les conditions.'),
    ),
  ),
  who: v.optional(who),
  strata: v.optional(v.record(v.string(), who)),
  assignment: closed({
    unit: v.picklist(units),
    bodies: v.optional(v.pipe(some(v.string()), both('Networks whose structures may be assigned.', 'Réseaux dont les structures peuvent être tirées.'))),
    saturations: v.optional(
      v.pipe(
        some(bounded(0, 1)),
        both('Two stages: each zone draws the share of its people who are treated.', 'Deux étages : chaque zone tire la part de ses habitants traités.'),
      ),
    ),
    posts: v.optional(
      v.pipe(
        v.picklist(['stay', 'follow']),
        both(
          'Posts of the services whose people go to one of the trial: they stay, and give more time to those left (default), or follow those who go.',
          'Postes des services dont les personnes vont dans un service de l’essai : ils restent, et donnent plus de temps à ceux qui restent (par défaut), ou suivent ceux qui partent.',
        ),
      ),
    ),
    waves: v.optional(
      v.pipe(
        some(whole(0, 240)),
        both(
          'Months at which units begin: each draws one. One alone when arms are territories.',
          'Mois où commencent les unités : chacune en tire un. Un seul quand les bras sont des territoires.',
        ),
      ),
    ),
  }),
  arms: v.pipe(some(arm), both('The first is what others are compared with.', 'Le premier est celui auquel les autres sont comparés.')),
  outcomes: v.record(v.string(), outcome),
  estimands: some(estimand),
});

export type ExperimentFile = v.InferOutput<typeof experimentShape>;
