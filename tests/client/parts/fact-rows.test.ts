import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factRows } from '../../../static/src/parts/fact-rows.ts';
import { at, content, dossier, NOW, say, sent } from './sent.ts';

const telling = { say, now: NOW, language: 'vi' };

test('facts of draft, submission and desk stand in order, under their days', () => {
  const begun = content({ facts: [{ at: at(20, 0, 20), fact: 'started' }] });
  const rows = factRows(sent('a', { content: begun }), dossier('a', 'in_check'), telling);
  assert.deepEqual(
    rows.map(({ values }) => values['day'] ?? `${values['fact_at']} ${values['fact']}`),
    ['20/11/2026', '20:00 fact started', '21/11/2026', '9:50 fact queued', '10:00 fact in_check 0 '],
  );
});

test('a fact without words is left out', () => {
  const mute = {
    ...telling,
    say: (list: string, state: string) => (state === 'queued' ? '' : say(list, state)),
  };
  assert.equal(factRows(sent('a', { content: undefined }), undefined, mute).length, 0);
});
