import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHistory } from '../../web/state/history.ts';

test('undoing as often as one changed gives the first value back, and redoing the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 100 }), (values) => {
      const history = createHistory(-1);
      for (const value of values) history.change(value);
      for (const _ of values) history.undo();
      expect(history.current.value).toBe(-1);
      expect(history.canUndo.value).toBe(false);
      for (const _ of values) history.redo();
      expect(history.current.value).toBe(values.at(-1) ?? -1);
    }),
  );
});

test('changes under one mark made in a row are one step', () => {
  const history = createHistory(0);
  for (const value of [1, 2, 3]) history.change(value, 'staff');
  history.change(4, 'budget');
  history.undo();
  expect(history.current.value).toBe(3);
  history.undo();
  expect(history.current.value).toBe(0);
});

test('a new change forgets what was undone, and settling is no step', () => {
  const history = createHistory(0);
  history.change(1);
  history.undo();
  history.change(2);
  expect(history.canRedo.value).toBe(false);
  history.settle(5);
  history.undo();
  expect(history.current.value).toBe(0);
});
