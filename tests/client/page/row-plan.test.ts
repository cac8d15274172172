import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planRows } from '../../../static/src/page/row-plan.ts';

const row = (key: string, state = 'kept') => ({ key, state });

test('a row of the same key and state stays, wherever it moves', () => {
  assert.deepEqual(planRows([row('a'), row('b')], [row('b'), row('c'), row('a')]), [1, undefined, 0]);
});

test('a row in another state is stamped anew', () => {
  assert.deepEqual(planRows([row('a', 'loading')], [row('a', 'kept')]), [undefined]);
});

test('a row is used once', () => {
  assert.deepEqual(planRows([row('a')], [row('a'), row('a')]), [0, undefined]);
});
