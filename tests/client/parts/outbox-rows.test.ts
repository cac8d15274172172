import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outboxRows, type Showing } from '../../../static/src/parts/outbox-rows.ts';
import type { Dossier, OpenSubmission } from '../../../static/src/phone/work.ts';
import { at, dossier, FORMS, NOW, say, sent } from './sent.ts';

function rows(outbox: OpenSubmission[], dossiers: Dossier[] = [], change: Partial<Showing> = {}) {
  return outboxRows(outbox, {
    say,
    now: NOW,
    language: 'vi',
    forms: FORMS,
    run: { batch: 50, failed: 0, tries: 0 },
    isRevoked: false,
    dossiers: new Map(dossiers.map((one) => [one.id, one])),
    labelOf: (_form, field) => ({ birth: 'Ngày sinh chủ hộ' })[field],
    ...change,
  });
}

test('what needs the person stands first, what was set aside last', () => {
  const outbox = [
    sent('a', { state: 'set_aside' }),
    sent('b', { state: 'received', code: 'TS00000001' }),
    sent('c', { next_try_at: NOW.getTime() + 60_000 }),
    sent('d'),
    sent('e', { state: 'received' }),
    sent('f', { state: 'refused', reason: { code: 'consent_missing' } }),
    sent('g', { state: 'received' }),
  ];
  const run = { batch: 50, failed: 0, tries: 0, owner: 'tab', beat_at: NOW.getTime() };
  const shown = rows(outbox, [dossier('e', 'returned'), dossier('g', 'complete')], { run });
  assert.deepEqual(
    shown.map(({ key, state }) => `${key} ${state}`),
    ['f refused', 'e returned', 'd sending', 'c waiting', 'g complete', 'b received', 'a set-aside'],
  );
});

test('a waiting one says why, and when the next try is', () => {
  const later = { next_try_at: NOW.getTime() + 60_000, reason: { code: 'blocked' } };
  const [row] = rows([sent('a', later)]);
  assert.equal(row?.values['words'], 'why blocked');
  assert.equal(row?.values['detail'], 'why again 10:16');
  assert.equal(rows([sent('a')])[0]?.values['words'], 'why no_network');
  assert.equal(rows([sent('a')])[0]?.values['detail'], null);
});

test('the wait of the whole outbox counts where it is longer', () => {
  const run = { batch: 50, failed: 0, tries: 1, next_try_at: NOW.getTime() + 300_000 };
  assert.equal(rows([sent('a')], [], { run })[0]?.values['detail'], 'why again 10:20');
});

test('on a revoked phone nothing has a next try', () => {
  const [row] = rows([sent('a', { next_try_at: NOW.getTime() + 60_000 })], [], { isRevoked: true });
  assert.equal(row?.values['words'], 'why revoked');
  assert.equal(row?.values['detail'], null);
});

test('a received one shows its time and its code in groups, and what the desk says', () => {
  const received = sent('a', { state: 'received', received_at: at(7, 58), code: 'TS7K4M92QX' });
  const [row] = rows([received], [dossier('a', 'filed', { portal_code: 'H40.1' })]);
  assert.equal(row?.values['detail'], '7:58 · TS7K\u00a04M92\u00a0QX');
  assert.equal(row?.values['desk'], 'desk filed H40.1 0');
  assert.equal(row?.values['receipt'], '/vi/receipt#a');
  assert.equal(rows([received], [dossier('a', 'filed')])[0]?.values['desk'], 'desk filed-plain');
  assert.equal(rows([received])[0]?.values['desk'], null);
});

test('a returned one names its items where the phone knows them', () => {
  const items = [
    { item: 'birth', reason: 'wrong' },
    { item: 'unknown', reason: 'missing' },
  ];
  const [row] = rows([sent('a', { state: 'received' })], [dossier('a', 'returned', { items })]);
  assert.equal(row?.state, 'returned');
  assert.equal(row?.values['words'], 'desk returned 2');
  assert.equal(row?.values['detail'], 'Ngày sinh chủ hộ');
});

test('a correction on its way takes the place of what was returned', () => {
  const outbox = [sent('b'), sent('a', { state: 'received', replaced_by: 'b' })];
  const shown = rows(outbox, [dossier('a', 'returned')]);
  assert.deepEqual(
    shown.map(({ key, state }) => `${key} ${state}`),
    ['b waiting', 'a received'],
  );
  assert.equal(shown[1]?.values['desk'], 'desk replaced');
});

test('one that was set aside says since when', () => {
  const facts = [{ at: at(15, 0, 20), fact: 'set_aside' }];
  const [row] = rows([sent('a', { state: 'set_aside', facts })]);
  assert.equal(row?.values['detail'], 'why since moment yesterday 15:00 20/11/2026');
});

test('a box that cannot be opened still has the name of its form', () => {
  assert.equal(rows([sent('a', { content: undefined })])[0]?.values['title'], 'Khai sinh');
});
