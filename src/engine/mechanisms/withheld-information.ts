import { type Context, tally } from '../context.ts';
import { alsoUniform, uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { choose, weigh } from '../kernel/kernel.ts';
import { situate } from '../kernel/situate.ts';
import { HORIZON, newOption, newSituation } from '../kernel/terms.ts';
import { type ActName, choiceOf } from '../events.ts';
import { become, closeFile, isWatched, tell } from '../world/moves.ts';
import { slotOf } from '../world/organise.ts';
import { CLASSES, GROUPS, groupOfClass, LEVELS, levelOfClass, NONE, WITHHELD } from '../world/people.ts';
import { trueClass } from '../world/perception.ts';
import { A, O, W } from '../world/status.ts';
import { RULES, SHARED_FILE, SORTING, TIES, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';

const assumed = { title: 'Assumed; direction from Trombert', row: 'seed:S4' } as const;

const parameters = {
  'telling-hours': parameter({
    label: { fr: 'Temps d’un dossier complet', en: 'Time of a full file' },
    unit: 'hours',
    value: 1,
    range: [0.3, 2],
    possible: [0, 40],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'kept-back': parameter({
    label: { fr: 'Part du dossier gardée quand seul le présentable est dit', en: 'Share of the file kept back when only the presentable is told' },
    unit: 'share',
    value: 0.65,
    range: [0.3, 0.9],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'lost-yield': parameter({
    label: { fr: 'Travail perdu sur un dossier dont rien n’est dit', en: 'Work lost on a file of which nothing is told' },
    unit: 'share',
    value: 0.45,
    range: [0.15, 0.75],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  discovery: parameter({
    label: { fr: 'Découverte de ce qui manquait', en: 'Discovery of what was missing' },
    unit: 'share per hour of contact',
    value: 0.24,
    range: [0.08, 0.5],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'discovery-hurt': parameter({
    label: { fr: 'Confiance perdue à la découverte', en: 'Trust lost at discovery' },
    unit: 'share of trust',
    value: 0.1,
    range: [0.03, 0.25],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'person',
  }),
  'diagnosis-minutes': parameter({
    label: { fr: 'Refaire le diagnostic d’un dossier dont rien n’était dit', en: 'Repeating the diagnosis of a file of which nothing was told' },
    unit: 'minutes',
    value: 60,
    range: [30, 150],
    possible: [0, 600],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'reorientation-hours': parameter({
    label: { fr: 'Rendre un dossier à l’orientation', en: 'Giving a file back to orientation' },
    unit: 'hours',
    value: 6,
    range: [2, 12],
    possible: [0, 80],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
};
type V = Values<typeof parameters>;

/** What may be told: all, part, or only what makes the person presentable. Each hides one level of difficulty more than the one before. */
const MANNERS = 3;
const TELL = 0;
const KEEP = 1;
const tellings = [newOption(), newOption(), newOption()] as const;
const stay = newOption({ holds: 1, enters: 1 });
const giveBack = newOption();
const situation = newSituation();
/** Share of the six months that a person who bounces back spends here. */
const RETURNED = 0.8;

/** What is told of those passed on this month, and what receivers find out later. A common file closes the choice. */
function step(context: Context, p: V): void {
  const { people, head, ties } = context.world;
  if (shown.length < ties.asked.length) shown = new Int32Array(ties.asked.length);
  shown.fill(0);
  for (let i = 0; i < head[header.rows]; i++) {
    if (people.status[i] === W && people.since[i] === 0 && people.sender[i] !== NONE) disclose(context, i, p);
    else if (people.status[i] === A && people.flags[i] & WITHHELD) discover(context, i, p);
  }
  // Senders learn how a partner answers people as they were shown.
  for (let k = 0; k < ties.asked.length; k++) if (shown[k] !== 0) ties.asked[k] += shown[k] * head[header.scale];
}

/** By tie and level: people shown as being of that level who are not, less those of that level shown as of another. */
let shown = new Int32Array(0);

function disclose(context: Context, i: number, p: V): void {
  const { world, scratch, streams, month, kernel, technology } = context;
  const { people, structures: s, head } = world;
  const j = people.sender[i];
  const slot = slotOf(world, j, people.lead[i]);
  const u = uniform(streams['referral.disclosure'], people.id[i], month.now);
  people.file[i] = 1;
  if (slot < 0 || alsoUniform() < head[header.sharedFile] * s.practised[j * RULES + SHARED_FILE]) return;
  const arm = s.arm[j];
  const level = levelOfClass(people.perceived[i]);
  const manner = weighManners(context, j, j * TIES + slot, people.perceived[i], p);
  choose(kernel, 2, technology.precision[arm]);
  if (u >= kernel.chances[KEEP]) return;
  const kept = keptBy(manner, p['kept-back'][arm]);
  if (isWatched(context, i)) {
    const named = (place: number): ActName => (place === TELL ? 'tell-all' : manner === 1 ? 'keep-back' : 'presentable');
    tell(context, i, 'withheld-information.kept-back', { choice: choiceOf(kernel, KEEP, 2, named), other: j, facts: [kept] });
  }
  people.file[i] = 1 - kept;
  people.flags[i] |= WITHHELD;
  people.perceived[i] -= GROUPS * Math.min(manner, level);
  const t = (j * TIES + slot) * LEVELS;
  shown[t + level]--;
  shown[t + levelOfClass(people.perceived[i])]++;
  scratch.tally[tally.withheld]++;
}

const keptBy = (o: number, most: number): number => (o * most) / (MANNERS - 1);

/**
 * What each manner of telling is worth: it is accepted as the class it shows has been by this partner, yields less where more was kept,
 * and stakes credibility, by the contacts that the partner will have with the person. Telling all stands in place 0, the better way of
 * keeping something back in place 1; returns that way.
 */
function weighManners(context: Context, j: number, t: number, c: number, p: V): number {
  const { world, kernel } = context;
  const { ties, structures: s } = world;
  const arm = s.arm[j];
  const level = levelOfClass(c);
  const k = ties.partner[t];
  situate(context, j, c, situation);
  situation.credibility = ties.credibility[t] * (ties.accepted[t * LEVELS] + ties.accepted[t * LEVELS + 1] + ties.accepted[t * LEVELS + 2]) * 0.1;
  let chance = 0;
  for (let o = 0; o < MANNERS; o++) {
    const shown = Math.max(0, level - o);
    chance = Math.max(chance, (ties.accepted[t * LEVELS + shown] + 1) / (ties.asked[t * LEVELS + shown] + 2));
    const kept = keptBy(o, p['kept-back'][arm]);
    const option = tellings[o];
    option.holds = RETURNED * (1 - chance);
    option.enters = option.holds;
    option.elsewhere = chance * (1 - p['lost-yield'][arm] * kept);
    option.act = p['telling-hours'][arm] * (1 - kept);
    option.credit = -kept * (1 - unseen(p.discovery[arm], HORIZON * s.hours[k * CLASSES + c]));
    weigh(kernel, o, option, situation, context);
  }
  const best = kernel.utilities[2] > kernel.utilities[1] ? 2 : 1;
  weigh(kernel, KEEP, tellings[best], situation, context);
  return best;
}

/** Chance that `hours` of contact show nothing. */
function unseen(discovery: number, hours: number): number {
  let out = 1;
  let left = Math.min(24, hours);
  for (; left >= 1; left--) out *= 1 - discovery;
  return out * (1 - discovery * left);
}

/** What was kept comes out in the hours spent with the person: the diagnosis is made again, the sender believed less, and the place may prove the wrong one. */
function discover(context: Context, i: number, p: V): void {
  const { world, scratch, streams, month } = context;
  const { people, ties, structures: s, head } = world;
  const j = people.lead[i];
  const arm = s.arm[j];
  const chance = 1 - unseen(p.discovery[arm], s.hours[j * CLASSES + people.perceived[i]]);
  if (uniform(streams['referral.discovery'], people.id[i], month.now) >= chance) return;
  const kept = 1 - people.file[i];
  const seen = people.perceived[i];
  people.flags[i] &= ~WITHHELD;
  people.file[i] = 1;
  people.perceived[i] = trueClass(people.needs, i);
  people.trust[i] *= 1 - p['discovery-hurt'][people.arm[i]];
  if (people.retellings[i] < 255) people.retellings[i]++;
  s.demand[j * USES + SORTING] += grains(head[header.scale] * p['diagnosis-minutes'][arm] * kept);
  scratch.tally[tally.retold]++;
  scratch.tally[tally.discovered]++;
  const sender = people.sender[i];
  const back = sender === NONE ? -1 : slotOf(world, j, sender);
  const there = sender === NONE ? -1 : slotOf(world, sender, j);
  if (back >= 0) ties.failures[j * TIES + back] += head[header.scale];
  if (there >= 0) ties.discovered[sender * TIES + there] += 1;
  if (isWatched(context, i)) tell(context, i, 'withheld-information.discovered', { other: sender, facts: [chance, people.trust[i]] });
  if (groupOfClass(seen) !== groupOfClass(people.perceived[i])) reorient(context, i, j, p);
}

/** The need that was hidden is the main one: keep the person all the same, or give the file back to orientation. */
function reorient(context: Context, i: number, j: number, p: V): void {
  const { world, scratch, streams, month, kernel, technology } = context;
  const { people, structures: s } = world;
  const arm = s.arm[j];
  situate(context, j, people.perceived[i], situation);
  giveBack.elsewhere = technology.elsewhere[0];
  giveBack.act = p['reorientation-hours'][arm];
  weigh(kernel, 0, stay, situation, context);
  weigh(kernel, 1, giveBack, situation, context);
  choose(kernel, 2, technology.precision[arm]);
  if (uniform(streams['referral.discovery'], people.id[i], month.now, 1) >= kernel.chances[1]) return;
  const choice = isWatched(context, i) ? choiceOf(kernel, 1, 2, (place) => (place === 0 ? 'keep' : 'give-back')) : undefined;
  if (choice) tell(context, i, 'withheld-information.given-back', { choice });
  scratch.tally[tally.givenBack]++;
  closeFile(world, i);
  become(world, i, O);
}

/** Off: the whole file travels, and nothing is kept back any more. */
function tellAll({ world }: Context): void {
  const { people, head } = world;
  for (let i = 0; i < head[header.rows]; i++) {
    people.flags[i] &= ~WITHHELD;
    if (people.status[i] === W && people.since[i] === 0 && people.sender[i] !== NONE) people.file[i] = 1;
  }
}

export const withheldInformation = mechanism({
  id: 'M6',
  key: 'withheld-information',
  label: { fr: 'Rétention d’information', en: 'Withheld information' },
  seeds: ['S4'],
  pattern: {
    fr: 'On en dit moins quand le cas risque d’être refusé ; la personne raconte de nouveau et perd confiance, le diagnostic est refait.',
    en: 'Less is told when the case might be refused; the person tells it all again and loses trust, the diagnosis is made again.',
  },
  parameters,
  steps: { referral: step },
  off: { words: { fr: 'Tout le dossier est transmis.', en: 'The whole file is passed on.' }, steps: { referral: tellAll } },
  sources: [{ title: 'Trombert 2019', row: 'seed:S4' }],
});
