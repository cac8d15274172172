import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNeeded, readWhen } from '../../../static/src/page/needed-when.ts';

const when = { parents: ['married'], late: ['yes', 'unsure'] };

test('a paper is needed when every question says so', () => {
  assert.ok(isNeeded(when, { parents: 'married', late: 'unsure' }));
  assert.ok(!isNeeded(when, { parents: 'married', late: 'no' }));
  assert.ok(!isNeeded(when, { parents: 'single', late: 'yes' }));
});

test('an unanswered question hides nothing', () => {
  assert.ok(isNeeded(when, {}));
  assert.ok(isNeeded(when, { late: 'yes' }));
  assert.ok(isNeeded({}, { late: 'no' }));
});

test('a broken condition hides nothing', () => {
  for (const written of [undefined, '', '{', 'null', '7'])
    assert.ok(isNeeded(readWhen(written), { late: 'no' }));
});
