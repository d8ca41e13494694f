import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { SerializedError, TestError, UserConsoleLog } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

type Failure = TestError | SerializedError;

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const write = (line = '') => process.stdout.write(`${line}\n`);
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** The first place of our own in the trace, or nothing when the trace has none. */
function place(error: Failure): string {
  const frames = 'stacks' in error ? (error.stacks as TestError['stacks']) : undefined;
  const frame = frames?.find(({ file }) => !file.includes('/node_modules/')) ?? frames?.[0];
  if (frame) return `${relative(process.cwd(), frame.file)}:${frame.line}`;
  const traced = /\(?(?:file:\/\/)?(\/[^\s()]+\.tsx?):(\d+):\d+\)?/.exec(error.stack ?? '');
  return traced ? `${relative(process.cwd(), traced[1] as string)}:${traced[2]}` : '';
}

function printFailure(title: string, errors: readonly Failure[]): void {
  write(`\nFAILED ${title}`);
  for (const error of errors) {
    const text = [error.message, 'diff' in error ? error.diff : undefined].filter(Boolean).join('\n');
    for (const line of stripVTControlCharacters(String(text)).split('\n')) write(`  ${line}`);
    const where = place(error);
    if (where) write(`  at ${where}`);
  }
}

function tallyOf(module: TestModule): Tally {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { state } of [...module.children.allTests()].map((test) => test.result())) {
    if (state === 'passed') tally.passed += 1;
    else if (state === 'failed') tally.failed += 1;
    else tally.skipped += 1;
  }
  return tally;
}

/** Errors outside any test: a file that does not load, a hook that throws. Each counts as a failure, or its silent tests would pass for skipped. */
function brokenParts(module: TestModule): [title: string, errors: readonly Failure[]][] {
  const file = module.relativeModuleId;
  const suites = [...module.children.allSuites()].map((suite) => [`${file} > ${suite.fullName}`, suite.errors()] as [string, TestError[]]);
  return [[file, module.errors()] as [string, TestError[]], ...suites].filter(([, errors]) => errors.length > 0);
}

/** One line per file, each failure with its place, and on the last line exactly `N passed, N failed`. */
export default class LastLineReporter implements Reporter {
  onUserConsoleLog({ type, content }: UserConsoleLog): void {
    (type === 'stderr' ? process.stderr : process.stdout).write(content);
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    if (state === 'failed') printFailure(`${test.module.relativeModuleId} > ${test.fullName}`, errors ?? []);
  }

  onTestModuleEnd(module: TestModule): void {
    const { passed, failed, skipped } = tallyOf(module);
    const broken = brokenParts(module);
    for (const [title, errors] of broken) printFailure(title, errors);
    const parts = [`${passed} passed`, failed + broken.length > 0 && `${failed + broken.length} failed`, skipped > 0 && `${skipped} skipped`];
    const seconds = (module.diagnostic().duration / 1000).toFixed(1);
    write(`${failed + broken.length > 0 ? '✗' : '✓'} ${module.relativeModuleId}: ${parts.filter(Boolean).join(', ')} (${seconds} s)`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: string): void {
    const total = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      const tally = tallyOf(module);
      total.passed += tally.passed;
      total.failed += tally.failed + brokenParts(module).length;
      total.skipped += tally.skipped;
    }
    for (const error of unhandled) printFailure('outside any test', [error]);
    if (reason === 'interrupted') write('Interrupted: the rest was not run.');
    if (modules.length === 0) write('No test file was found.');
    if (total.failed === 0 && (reason === 'interrupted' || modules.length === 0)) total.failed = 1;
    write();
    if (total.skipped > 0) write(`${plural(total.skipped, 'test')} skipped`);
    write(`${total.passed} passed, ${total.failed} failed`);
  }
}
