import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '../../../../static/src/phone/form/evaluate.ts';
import type { Answers, Tree } from '../../../../static/src/phone/form/rules.ts';
import { examples } from './examples.ts';

interface Example {
  text: string;
  tree: Tree;
  answers?: Answers;
  this?: unknown;
  gives: unknown;
}

test('every expression gives what the example says, on the phone as on the server', () => {
  for (const { text, tree, answers = {}, this: self, gives } of examples<Example[]>('expressions')) {
    assert.equal(evaluate(tree, { answers, self, today: '2026-11-21' }) ?? null, gives, text);
  }
});
