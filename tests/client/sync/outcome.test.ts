import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Receipt } from '../../../static/src/phone/receipt.ts';
import { type Answer, type Outcome, outcomeOf } from '../../../static/src/sync/outcome.ts';

const NOW = Date.parse('2026-11-21T03:04:05Z');
const ALONE = { alone: true, foreign: 0, now: NOW };
const BATCH = { alone: false, foreign: 0, now: NOW };

type More = Omit<Extract<Answer, { kind: 'answer' }>, 'kind' | 'status'>;

function answer(status: number, more: More = {}): Answer {
  return { kind: 'answer', status, ...more };
}

function receipt(state: Receipt['state']): More {
  return { receipt: { state } as Receipt };
}

const later = (cause: string, wait?: number) => ({ kind: 'later', cause, ...(wait && { wait }) });
const refused = (code: string, declined = true) => ({ kind: 'refused', reason: { code }, declined });

const TABLE: [name: string, answer: Answer, outcome: object][] = [
  ['no network, or the time limit', { kind: 'none' }, later('no_network')],
  ['a complete receipt', answer(200, receipt('whole')), { kind: 'received' }],
  ['a receipt that waits for files', answer(200, receipt('waiting_for_files')), { kind: 'progress' }],
  ['a receipt that could not be read', answer(200, receipt('unreadable')), refused('unreadable', false)],
  ['a 200 without a receipt of ours', answer(200), later('foreign')],
  ['a 200 with a code', answer(200, { code: 'ok' }), later('foreign')],
  ['an empty 204', answer(204), later('foreign')],
  ['a redirect to a sign-in page', answer(0), later('foreign')],
  ['a redirect', answer(302), later('foreign')],
  ['a portal that asks to sign in', answer(511), later('foreign')],
  ['a revoked phone', answer(401, { code: 'phone_revoked' }), { kind: 'stop', revoked: true }],
  ['a 401 of somebody else', answer(401), { kind: 'stop', revoked: false }],
  ['429', answer(429), later('busy')],
  [
    '429 with seconds',
    answer(429, { retry_after: '60', code: 'too_many_submissions' }),
    later('busy', 60_000),
  ],
  ['503 with a date', answer(503, { retry_after: 'Sat, 21 Nov 2026 03:05:05 GMT' }), later('server', 60_000)],
  ['500', answer(500, { code: 'unexpected' }), later('server')],
  ['our conflict', answer(409, { code: 'submission_conflict' }), refused('submission_conflict', false)],
  ['a conflict of somebody else', answer(409), later('foreign')],
  ['a refusal of ours', answer(422, { code: 'form_withdrawn' }), refused('form_withdrawn')],
  ['another refusal of ours', answer(403, { code: 'not_allowed' }), refused('not_allowed')],
  ['a 422 of somebody else', answer(422), later('foreign')],
  ['a 403 of somebody else', answer(403), later('foreign')],
  ['an address that our server does not know', answer(404, { code: 'not_found' }), later('server')],
  ['a 410 of ours', answer(410, { code: 'gone' }), later('server')],
  ['a 404 of somebody else', answer(404), later('foreign')],
];

for (const [name, given, outcome] of TABLE) {
  test(`${name}: ${JSON.stringify(outcome)}`, () => {
    assert.deepEqual(outcomeOf(given, ALONE), outcome);
    assert.deepEqual(outcomeOf(given, BATCH), outcome);
  });
}

test('413 refuses one that was alone and halves a batch, whoever sent it', () => {
  for (const given of [answer(413), answer(413, { code: 'too_large' })]) {
    assert.deepEqual(outcomeOf(given, ALONE), refused('too_large', false));
    assert.deepEqual(outcomeOf(given, BATCH), { kind: 'halve' });
  }
});

test('a refusal keeps the fields it names', () => {
  const fields = [{ field: 'child_name', code: 'required' }];
  const outcome = outcomeOf(answer(422, { code: 'answers_refused', fields }), ALONE);
  assert.deepEqual(outcome, { kind: 'refused', reason: { code: 'answers_refused', fields }, declined: true });
});

test('from the third foreign answer in a row the way counts as blocked', () => {
  const causes = [0, 1, 2, 3, 50].map((foreign) => outcomeOf(answer(403), { ...ALONE, foreign }));
  assert.deepEqual(
    causes.map((outcome) => (outcome as { cause: string }).cause),
    ['foreign', 'foreign', 'blocked', 'blocked', 'blocked'],
  );
});

test('the table is total, and nothing but a receipt of ours ends as received', () => {
  const kinds = new Set<Outcome['kind']>(['received', 'progress', 'refused', 'later', 'halve', 'stop']);
  for (let status = 0; status < 1000; status++) {
    for (const more of [{}, { code: 'any' }, { retry_after: 'soon' }]) {
      for (const situation of [ALONE, BATCH]) {
        const { kind } = outcomeOf(answer(status, more), situation);
        assert.ok(kinds.has(kind));
        assert.notEqual(kind, 'received');
        const mayRefuse = status === 413 || (more.code && status >= 400 && status < 500);
        if (kind === 'refused') assert.ok(mayRefuse, `${status}`);
      }
    }
    if (status < 200 || status > 299) {
      assert.notEqual(outcomeOf(answer(status, receipt('whole')), ALONE).kind, 'received');
    }
  }
});
