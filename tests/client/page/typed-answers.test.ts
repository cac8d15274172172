import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, boxesOf, typedOf } from '../../../static/src/page/typed-answers.ts';
import type { FieldType } from '../../../static/src/phone/form/rules.ts';

/** What an answer becomes when it is written into boxes and read again. */
function again(type: FieldType, answer: unknown): unknown {
  const boxes = Object.fromEntries(boxesOf(type).map((box) => [box, typedOf(type, answer, box)]));
  return answerOf(type, (box) => boxes[box] ?? []);
}

const ANSWERS: [FieldType, unknown][] = [
  ['text', 'Lò Thị Thử'],
  ['multiline', 'một\nhai'],
  ['integer', 12],
  ['date', '2026-05-03'],
  ['partial_date', '1990'],
  ['partial_date', '1990-05'],
  ['phone', '0912345678'],
  ['personal_id', '040195000123'],
  ['choice', 'mother'],
  ['choices', ['one', 'two']],
  ['yes_no', true],
  ['yes_no', false],
  ['address', { detail: 'Bản Thử' }],
];

for (const [type, answer] of ANSWERS) {
  test(`an answer of type ${type} survives the boxes: ${JSON.stringify(answer)}`, () => {
    assert.deepEqual(again(type, answer), answer);
  });
}

const WRONG: [FieldType, unknown][] = [
  ['integer', 'mười hai'],
  ['date', '2026-02-31'],
  ['date', '--05'],
  ['date', '-05-03'],
  ['partial_date', '1990--03'],
  ['personal_id', '04019500012'],
  ['phone', 'chưa có'],
];

for (const [type, answer] of WRONG) {
  test(`what is not right yet stays as it was typed: ${type} ${answer}`, () => {
    assert.deepEqual(again(type, answer), answer);
  });
}

test('empty boxes are no answer, and no answer empties the boxes', () => {
  for (const [type] of ANSWERS) {
    assert.equal(
      answerOf(type, () => ['']),
      undefined,
    );
    for (const box of boxesOf(type)) assert.deepEqual(typedOf(type, undefined, box), []);
  }
});

test('digits are written in groups, as they stand on the card', () => {
  assert.deepEqual(typedOf('personal_id', '040195000123', ''), ['040 195 000123']);
  assert.deepEqual(typedOf('personal_id', '0401', ''), ['040 1']);
  assert.deepEqual(typedOf('phone', '0912345678', ''), ['0912 345 678']);
  assert.deepEqual(typedOf('phone', 'chưa có', ''), ['chưa có']);
});

test('papers and notes have no boxes of their own', () => {
  assert.deepEqual([boxesOf('attachment'), boxesOf('note')], [[], []]);
  assert.equal(
    answerOf('note', () => ['x']),
    undefined,
  );
});
