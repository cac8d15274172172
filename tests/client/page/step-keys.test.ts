import assert from 'node:assert/strict';
import { test } from 'node:test';
import { step } from '../../../static/src/page/step-keys.ts';

test('j goes down and k goes up, and both stop at the ends', () => {
  assert.equal(step('j', -1, 3), 0);
  assert.equal(step('j', 2, 3), 2);
  assert.equal(step('k', 2, 3), 1);
  assert.equal(step('k', -1, 3), 0);
});

test('other keys and empty lists lead nowhere', () => {
  assert.equal(step('x', 0, 3), undefined);
  assert.equal(step('j', -1, 0), undefined);
});
