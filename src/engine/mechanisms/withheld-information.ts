import { type Context, tally } from '../context.ts';
import { alsoUniform, uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { choose, weigh } from '../kernel/kernel.ts';
import { situate } from '../kernel/situate.ts';
import { newOption, newSituation } from '../kernel/terms.ts';
import { type ActName, choiceOf } from '../events.ts';
import { isWatched, tell } from '../world/moves.ts';
import { slotOf } from '../world/organise.ts';
import { GROUPS, LEVELS, levelOfClass, NONE, WITHHELD } from '../world/people.ts';
import { trueClass } from '../world/perception.ts';
import { A, W } from '../world/status.ts';
import { RULES, SHARED_FILE, TIES } from '../world/structures.ts';
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
    label: { fr: 'Part du dossier gardée pour soi', en: 'Share of the file kept back' },
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
    label: { fr: 'Travail perdu faute d’information', en: 'Work lost for want of information' },
    unit: 'share',
    value: 0.3,
    range: [0.1, 0.5],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  discovery: parameter({
    label: { fr: 'Découverte de ce qui manquait', en: 'Discovery of what was missing' },
    unit: 'share a month',
    value: 0.15,
    range: [0.05, 0.4],
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
};
type V = Values<typeof parameters>;

const FULL = 0;
const PART = 1;
const named = (place: number): ActName => (place === FULL ? 'tell-all' : 'keep-back');
const full = newOption();
const part = newOption();
const situation = newSituation();
const RETURNED = 0.8;

/** What is told of those passed on this month, and what receivers find out later. A common file closes the choice. */
function step(context: Context, p: V): void {
  const { people, head } = context.world;
  for (let i = 0; i < head[header.rows]; i++) {
    if (people.status[i] === W && people.since[i] === 0 && people.sender[i] !== NONE) disclose(context, i, p);
    else if (people.status[i] === A && people.flags[i] & WITHHELD) discover(context, i, p);
  }
}

function disclose(context: Context, i: number, p: V): void {
  const { world, scratch, streams, month, kernel, technology } = context;
  const { people, ties, structures: s, head } = world;
  const j = people.sender[i];
  const slot = slotOf(world, j, people.lead[i]);
  const u = uniform(streams['referral.disclosure'], people.id[i], month.now);
  people.file[i] = 1;
  if (slot < 0 || alsoUniform() < head[header.sharedFile] * s.practised[j * RULES + SHARED_FILE]) return;
  const t = (j * TIES + slot) * LEVELS;
  const level = levelOfClass(people.perceived[i]);
  const chance = (ties.accepted[t + level] + 1) / (ties.asked[t + level] + 2);
  const lower = Math.max(0, level - 1);
  const raised = Math.max(chance, (ties.accepted[t + lower] + 1) / (ties.asked[t + lower] + 2));
  const arm = s.arm[j];
  situate(context, j, people.perceived[i], situation);
  situation.credibility = ties.credibility[j * TIES + slot] * (ties.accepted[t] + ties.accepted[t + 1] + ties.accepted[t + 2]) * 0.1;
  full.holds = full.enters = RETURNED * (1 - chance);
  full.elsewhere = chance;
  full.act = p['telling-hours'][arm];
  part.holds = part.enters = RETURNED * (1 - raised);
  part.elsewhere = raised * (1 - p['lost-yield'][arm]);
  part.act = p['telling-hours'][arm] * (1 - p['kept-back'][arm]);
  part.credit = -(1 - (1 - p.discovery[arm]) * (1 - p.discovery[arm]) * (1 - p.discovery[arm]));
  weigh(kernel, FULL, full, situation, context);
  weigh(kernel, PART, part, situation, context);
  choose(kernel, 2, technology.precision[arm]);
  if (u >= kernel.chances[PART]) return;
  if (isWatched(context, i))
    tell(context, i, 'withheld-information.kept-back', { choice: choiceOf(kernel, PART, 2, named), other: j, facts: [p['kept-back'][arm]] });
  people.file[i] = 1 - p['kept-back'][arm];
  people.flags[i] |= WITHHELD;
  if (level > 0) people.perceived[i] -= GROUPS;
  scratch.tally[tally.withheld]++;
}

function discover(context: Context, i: number, p: V): void {
  const { world, scratch, streams, month } = context;
  const { people, ties } = world;
  if (uniform(streams['referral.discovery'], people.id[i], month.now) >= p.discovery[0]) return;
  people.flags[i] &= ~WITHHELD;
  people.perceived[i] = trueClass(people.needs, i);
  people.trust[i] *= 1 - p['discovery-hurt'][people.arm[i]];
  if (people.retellings[i] < 255) people.retellings[i]++;
  scratch.tally[tally.retold]++;
  scratch.tally[tally.discovered]++;
  const sender = people.sender[i];
  const slot = sender === NONE ? -1 : slotOf(world, people.lead[i], sender);
  if (slot >= 0) {
    ties.failures[people.lead[i] * TIES + slot] += world.head[header.scale];
    ties.discovered[people.lead[i] * TIES + slot] += 1;
  }
  if (isWatched(context, i)) tell(context, i, 'withheld-information.discovered', { other: sender, facts: [p.discovery[0], people.trust[i]] });
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
    fr: 'On en dit moins quand le cas risque d’être refusé ; la personne raconte de nouveau et perd confiance.',
    en: 'Less is told when the case might be refused; the person tells it all again and loses trust.',
  },
  parameters,
  steps: { referral: step },
  off: { words: { fr: 'Tout le dossier est transmis.', en: 'The whole file is passed on.' }, steps: { referral: tellAll } },
  sources: [{ title: 'Trombert 2019', row: 'seed:S4' }],
});
