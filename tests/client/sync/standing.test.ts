import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextTryOf, standingOf } from '../../../static/src/sync/standing.ts';
import { sent } from '../parts/sent.ts';

const NOW = 1_000_000_000;
const RUN = { batch: 50, failed: 0, tries: 0 };
const nothing = { outbox: [], dossiers: [], drafts: 0, run: RUN, now: NOW };

test('a phone without work stands still', () => {
  const standing = { waiting: 0, sending: 0, received: 0, aside: 0, needs: [], unsent: false };
  assert.deepEqual(standingOf(nothing), standing);
});

test('while a sender is at work, what is due is on its way', () => {
  const outbox = [sent('a'), sent('b', { next_try_at: NOW + 1 }), sent('c', { state: 'received' })];
  const atWork = { ...RUN, owner: 'tab', beat_at: NOW };
  const { waiting, sending, received } = standingOf({ ...nothing, outbox, run: atWork });
  assert.deepEqual([waiting, sending, received], [1, 1, 1]);
  assert.equal(standingOf({ ...nothing, outbox }).sending, 0);
  const silent = { ...atWork, beat_at: NOW - 3 * 60_000 };
  assert.equal(standingOf({ ...nothing, outbox, run: silent }).sending, 0);
});

test('refused and returned ones need the person, a correction on its way does not', () => {
  const outbox = [
    sent('a', { state: 'refused' }),
    sent('b', { state: 'received' }),
    sent('c', { state: 'received', replaced_by: 'd' }),
    sent('d'),
    sent('e', { state: 'received', replaced_by: 'gone' }),
  ];
  const dossiers = ['b', 'c', 'e'].map((id) => ({ id, state: 'returned' }));
  assert.deepEqual(standingOf({ ...nothing, outbox, dossiers }).needs, [
    { kind: 'refused', id: 'a' },
    { kind: 'returned', id: 'b' },
    { kind: 'returned', id: 'e' },
  ]);
});

test('drafts and whatever is not received are on this phone alone', () => {
  assert.equal(standingOf({ ...nothing, drafts: 1 }).unsent, true);
  assert.equal(standingOf({ ...nothing, outbox: [sent('a', { state: 'set_aside' })] }).unsent, true);
  assert.equal(standingOf({ ...nothing, outbox: [sent('a', { state: 'received' })] }).unsent, false);
});

test('a submission waits for itself and for all', () => {
  assert.equal(nextTryOf({ next_try_at: 5 }, { ...RUN, next_try_at: 9 }), 9);
  assert.equal(nextTryOf({}, RUN), 0);
});
