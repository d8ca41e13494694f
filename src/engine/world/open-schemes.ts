import type { Context } from '../context.ts';
import { cents } from '../core/money.ts';
import { schemeList, SCHEMES } from './schemes.ts';
import { A, C, E, I, N, O, P, S, U, W, X } from './status.ts';
import { header, type World } from './world.ts';

/** How places divide among schemes. Assumed. */
const MIX = [0.22, 0.15, 0.2, 0.43] as const;
const mask = (list: readonly number[]): number => list.reduce((bits, s) => bits | (1 << s), 0);
/** Whom each may follow: anyone entitled; those whose right is open; those who are paid; those registered as seeking work. */
const MASKS = [mask([E, P, O, U, W, A, C, I, X]), mask([O, U, W, A, C, I, X]), mask([O, W, A, C, X]), mask([A, N, S, I])] as const;

/** Schemes of a territory before its first month. */
export function startSchemes({ schemes: s, head }: World, rules: Context['rules']): void {
  const rightHolders = head[header.population] * head[header.scale] * (1 - rules.people['non-take-up'][0]);
  for (let k = 0; k < SCHEMES; k++) {
    s.funder[k] = schemeList[k].funder;
    s.need[k] = schemeList[k].need;
    s.mask[k] = MASKS[k];
    s.standing[k] = (MIX[k] * rules.stacking.places[0] * rightHolders) / 100;
    s.places[k] = s.standing[k];
    s.price[k] = Math.round(cents(rules.stacking.price[0]) / 12);
  }
}
