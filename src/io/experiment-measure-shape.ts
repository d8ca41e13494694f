import * as v from 'valibot';
import { kinds } from '../experiments/trial/types.ts';
import { both, bounded, pair, whole } from './experiment-values.ts';
import { closed, code } from './shape.ts';

const cell = v.pipe(
  v.union([
    v.string(),
    closed({
      arm: v.pipe(
        v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1, code('too-few', '1')))]),
        both('An arm, or several pooled person by person: ["a", "b"].', 'Un bras, ou plusieurs réunis personne par personne : ["a", "b"].'),
      ),
      stratum: v.optional(v.string()),
      saturation: v.optional(pair),
    }),
  ]),
  both(
    'People compared: the name of an arm, or an arm (several: {"arm": ["a", "b"]}) within a stratum or the zones of some saturations.',
    'Personnes comparées : le nom d’un bras, ou un bras (plusieurs : {"arm": ["a", "b"]}) dans une strate ou dans les zones de certaines saturations.',
  ),
);

/** A measure as written: it may hold others. */
export interface MeasureFile {
  readonly kind: (typeof kinds)[number];
  readonly outcome?: string | undefined;
  readonly measure?: MeasureFile | undefined;
  readonly of?: CellFile | undefined;
  readonly against?: CellFile | undefined;
  readonly order?: readonly CellFile[] | undefined;
  readonly ground?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly quantile?: number | undefined;
  readonly over?: MeasureFile | undefined;
  readonly minus?: MeasureFile | undefined;
}
export type CellFile = v.InferOutput<typeof cell>;

const inner = v.lazy((): v.GenericSchema<MeasureFile> => measureShape);

/** A figure, alone or combined with others of the same form. */
export const measureShape: v.GenericSchema<MeasureFile> = v.pipe(
  closed({
    kind: v.pipe(
      v.picklist(kinds),
      both(
        'level: of one cell. difference, relative (a−b)/b, ratio a/b, hazard-ratio: of one cell against another. hazard: events over months at risk. gini, correlation: within a cell. rank: share of pairs in order. group: a measure in brackets.',
        'level : d’une case. difference, relative (a−b)/b, ratio a/b, hazard-ratio : d’une case contre une autre. hazard : événements sur mois exposés. gini, correlation : dans une case. rank : part des paires dans l’ordre. group : une mesure entre parenthèses.',
      ),
    ),
    outcome: v.optional(v.string()),
    measure: v.optional(
      v.pipe(
        inner,
        both(
          'For a group: the measure in brackets, so that (a − b) / c is {"kind": "group", "measure": a minus b, "over": c}.',
          'Pour un groupe : la mesure entre parenthèses ; (a − b) / c s’écrit {"kind": "group", "measure": a moins b, "over": c}.',
        ),
      ),
    ),
    of: v.optional(cell),
    against: v.optional(v.pipe(cell, both('The first arm when it is not stated.', 'Le premier bras quand rien n’est dit.'))),
    order: v.optional(
      v.pipe(
        v.array(cell),
        v.minLength(2, code('too-few', '2')),
        both('For a rank: the cells in the published order, the greatest first.', 'Pour un rang : les cases dans l’ordre publié, la plus grande d’abord.'),
      ),
    ),
    ground: v.optional(v.string()),
    from: v.optional(v.pipe(whole(1, 360), both('Window, when it is not the outcome’s.', 'Fenêtre, quand ce n’est pas celle du résultat.'))),
    to: v.optional(whole(1, 360)),
    quantile: v.optional(
      v.pipe(
        bounded(0, 1),
        both(
          'A quantile of the people of each cell instead of their mean: 0.5 for the median. With level, difference, relative, ratio and rank.',
          'Un quantile des personnes de chaque case au lieu de leur moyenne : 0.5 pour la médiane. Avec level, difference, relative, ratio et rank.',
        ),
      ),
    ),
    over: v.optional(
      v.pipe(
        inner,
        both(
          'Divided by this measure, before anything is taken away. Sums are pooled over replications first; a divisor that may be zero leaves the row undecided.',
          'Divisé par cette mesure, avant tout retrait. Les sommes sont d’abord réunies sur les tirages ; un diviseur peut-être nul laisse la ligne indécise.',
        ),
      ),
    ),
    minus: v.optional(
      v.pipe(inner, both('Less this measure, which may have its own "over" and "minus".', 'Moins cette mesure, qui peut avoir ses propres "over" et "minus".')),
    ),
  }),
  both('A figure of the model; measures nest, up to five deep.', 'Un chiffre du modèle ; les mesures s’emboîtent, sur cinq niveaux au plus.'),
) as v.GenericSchema<MeasureFile>;
