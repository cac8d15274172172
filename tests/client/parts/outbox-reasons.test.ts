import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyRefused } from '../../../static/src/parts/outbox-reasons.ts';
import { say, sent } from './sent.ts';

const LABELS: Record<string, string> = { birth: 'Ngày sinh chủ hộ', card: 'CCCD của mẹ' };
const words = { say, labelOf: (_form: string, field: string) => LABELS[field] };

function refused(code: string, fields?: { field: string; code: string }[]) {
  return sent('a', { state: 'refused', reason: { code, ...(fields && { fields }) } });
}

test('one missing field is named as inside a sentence', () => {
  const why = whyRefused(refused('answers_refused', [{ field: 'birth', code: 'required' }]), words);
  assert.equal(why, 'reason field-missing ngày sinh chủ hộ');
});

test('one wrong field is named, an abbreviation keeps its letters', () => {
  const why = whyRefused(refused('answers_refused', [{ field: 'card', code: 'wrong_length' }]), words);
  assert.equal(why, 'reason field-wrong CCCD của mẹ');
});

test('several fields, or one that the phone cannot name, are counted', () => {
  const two = ['birth', 'card'].map((field) => ({ field, code: 'required' }));
  assert.equal(whyRefused(refused('answers_refused', two), words), 'reason fields 2');
  const unknown = [{ field: 'other', code: 'required' }];
  assert.equal(whyRefused(refused('answers_refused', unknown), words), 'reason fields 1');
});

test('any other code has its own sentence', () => {
  assert.equal(whyRefused(refused('form_withdrawn'), words), 'reason form_withdrawn form_withdrawn');
});
