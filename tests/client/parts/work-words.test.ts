import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workWords } from '../../../static/src/parts/work-words.ts';
import type { Standing } from '../../../static/src/sync/standing.ts';

const NOTHING: Standing = { waiting: 0, sending: 0, received: 0, aside: 0, needs: [], unsent: false };
const NEED = { kind: 'refused', id: 'a' } as const;

function words(change: Partial<Standing>, isSafe: boolean | undefined): string {
  const { queue, storage } = workWords({ ...NOTHING, ...change }, isSafe);
  return `${queue} ${storage}`;
}

test('a first reader is not frightened by a storage that holds nothing', () => {
  assert.equal(words({}, false), 'none unknown');
  assert.equal(words({}, undefined), 'none unknown');
  assert.equal(words({}, true), 'unknown safe');
});

test('an unsafe storage is told where something typed could be lost with it', () => {
  assert.equal(words({ unsent: true }, false), 'unknown unsafe');
  assert.equal(words({ unsent: true, waiting: 1 }, false), 'waiting-short unsafe');
});

test('the queue says what waits, what leaves, and that all is sent', () => {
  assert.equal(words({ unsent: true, waiting: 3 }, true), 'waiting safe');
  assert.equal(words({ unsent: true, waiting: 1, sending: 1 }, true), 'sending-more safe');
  assert.equal(words({ unsent: true, sending: 2 }, true), 'sending safe');
  assert.equal(words({ received: 2 }, true), 'sent safe');
  assert.equal(words({ received: 2, aside: 1, unsent: true }, true), 'aside safe');
  assert.equal(words({ received: 2, needs: [NEED], unsent: true }, true), 'unknown needs-you');
});

test('what needs the person takes the place of the storage', () => {
  assert.equal(words({ needs: [NEED], unsent: true, waiting: 1 }, false), 'waiting needs-you');
  assert.equal(workWords({ ...NOTHING, needs: [NEED, NEED] }, true).values['needed'], 2);
});
