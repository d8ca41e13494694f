import { nearest } from '../io/nearest.ts';
import type { Problem } from '../io/problem.ts';
import { type Action, exit } from './command.ts';
import { complain } from './complain.ts';
import { problem } from './options.ts';
import { isTopic, type TopicName, topics } from './topics.ts';

const names = (Object.keys(topics) as TopicName[]).filter((name) => name !== 'overview');

function topicProblem(asked: string): Problem {
  const near = nearest(asked, names);
  return problem('unknown-topic', asked.trim() === '' ? `"${asked}"` : asked, { expected: names.join(', '), ...(near ? { nearest: near } : {}) });
}

/** `describe [TOPIC]`: what the model is made of, as a table or as data. Without a topic: the scenarios, and what else there is. */
export const describe: Action = async ({ values, positionals: [asked = 'overview'], problems }, terminal) => {
  const topic = isTopic(asked) ? topics[asked] : undefined;
  const misplaced = values.territory !== undefined && asked !== 'territories' ? [problem('territory-elsewhere', '--territory')] : [];
  const found = [...problems, ...(topic ? [] : [topicProblem(asked)]), ...misplaced];
  const described = topic && found.length === 0 ? await topic(values, terminal) : undefined;
  const all = [...found, ...(described && !described.ok ? described.problems : [])];
  if (!described?.ok) {
    complain(all, terminal, 'describe');
    return exit.wrongUse;
  }
  const { data, lines } = described.value;
  if (values.json) terminal.printData(JSON.stringify(data, null, 2));
  else terminal.print(lines());
  return exit.done;
};
