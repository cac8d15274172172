import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerWords } from '../../../static/src/page/answer-words.ts';
import { lookAt, partOf, problemsIn, titleOf } from '../../../static/src/page/filling.ts';
import { wordsFor } from '../../../static/src/page/problem-words.ts';
import { emptyContent } from '../../../static/src/phone/drafts.ts';
import type { FieldRules, FormRules } from '../../../static/src/phone/form/rules.ts';
import type { DraftContent } from '../../../static/src/phone/work.ts';

const RULES: FormRules = {
  id: 'thu',
  version: 1,
  sections: [{ id: 'who' }, { id: 'wedding', show_if: ['=', ['field', 'wed'], ['true']] }],
  fields: [
    { id: 'name', type: 'text', section: 'who', required: true, max_length: 200 },
    { id: 'wed', type: 'yes_no', section: 'who' },
    { id: 'wed_on', type: 'date', section: 'wedding', required: true },
    { id: 'certificate', type: 'attachment', section: 'wedding', required: true },
  ],
  applicant: { name: 'name' },
  subject: { name: 'name' },
  consents: [],
};

function draft(change: Partial<DraftContent>): DraftContent {
  return { ...emptyContent(), ...change };
}

test('what is no longer asked does not count, and stays in the draft', () => {
  const content = draft({
    answers: { name: 'Lò Thị Thử', wed: false, wed_on: '2026-01-01' },
    papers: { certificate: { answer: 'have', files: [] } },
  });
  const { counting, problems, asked } = lookAt(RULES, content);
  assert.deepEqual([counting.answers, counting.papers], [{ name: 'Lò Thị Thử', wed: false }, {}]);
  assert.deepEqual([problems, [...asked.sections]], [[], ['who']]);
  assert.equal(content.answers['wed_on'], '2026-01-01');
});

test('problems are told by part', () => {
  const { problems } = lookAt(RULES, draft({ answers: { wed: true } }));
  const fields = (section: string) => problemsIn(RULES, problems, section).map(({ field }) => field);
  assert.deepEqual([fields('who'), fields('wedding')], [['name'], ['wed_on', 'certificate']]);
});

test('an id of the address means a part or a question', () => {
  assert.equal(partOf(RULES, 'wed_on'), 'wedding');
  assert.equal(partOf(RULES, 'who'), 'who');
  assert.equal(partOf(RULES, 'x'), undefined);
  assert.equal(partOf(RULES, undefined), undefined);
});

test('a draft is named by its subject', () => {
  assert.equal(titleOf(RULES, { name: 'Vi Văn Mẫu' }), 'Vi Văn Mẫu');
  assert.equal(titleOf(RULES, {}), '');
  const other = { ...RULES, applicant: { name: 'applicant' } };
  assert.equal(titleOf(other, { applicant: 'Lò Thị Thử' }), 'Lò Thị Thử');
  assert.equal(titleOf(other, { applicant: 'Lò Thị Thử', name: 'Vi Văn Mẫu' }), 'Vi Văn Mẫu');
});

test('a wrong length says which way', () => {
  const words = (digits: number) =>
    wordsFor({ field: 'id', code: 'wrong_length', params: { digits } }, 'personal_id');
  assert.deepEqual(words(11), { state: 'too_few', count: 11 });
  assert.deepEqual(words(13), { state: 'too_many', count: 13 });
  const year = wordsFor({ field: 'born', code: 'not_a_date', params: { year_digits: 2 } }, 'partial_date');
  assert.deepEqual(year, { state: 'year_digits', count: null });
  const rule = wordsFor({ field: 'id', code: 'rule', params: { rule: 1 } }, 'text');
  assert.deepEqual(rule, { state: 'rule-1', count: null });
});

test('answers are shown in words of the template, or as text', () => {
  const shown = (type: FieldRules['type'], answer: unknown) =>
    answerWords({ id: 'x', type, section: 'who' }, draft({ answers: { x: answer } }));
  assert.deepEqual(shown('yes_no', true).state, 'is-true');
  assert.deepEqual(shown('choice', 'mother').state, 'is-mother');
  assert.deepEqual(shown('choices', ['a', 'b']).options, ['a', 'b']);
  assert.equal(shown('date', '2026-05-03').text, '03/05/2026');
  assert.equal(shown('partial_date', '1990').text, '1990');
  assert.equal(shown('address', { detail: 'Bản Thử' }).text, 'Bản Thử');
  assert.equal(shown('personal_id', '040195000123').text, '040 195 000123');
  assert.equal(shown('text', undefined).state, 'empty');
});
