import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswers } from '../../../../static/src/phone/form/check-answers.ts';
import type { Answers, FormRules, Problem } from '../../../../static/src/phone/form/rules.ts';
import { shown } from '../../../../static/src/phone/form/shown.ts';
import { examples } from './examples.ts';

interface Check {
  name: string;
  answers: Answers;
  papers?: Record<string, unknown>;
  incomplete?: boolean;
  problems: Problem[];
}

interface Value {
  field: string;
  value: unknown;
  code?: string;
  params?: Record<string, number>;
}

const TODAY = '2026-11-21';
const RULES = examples<FormRules>('rules');
const AROUND = {
  name: 'Vi Văn Mẫu',
  born: '1990',
  sex: 'male',
  'has-phone': true,
  phone: '0900000001',
  children: 1,
};

for (const { name, answers, papers = {}, incomplete = false, problems } of examples<Check[]>('checks')) {
  test(`problems come in the order of the form: ${name}`, () => {
    assert.deepEqual(
      checkAnswers(RULES, answers, papers, TODAY, incomplete),
      problems.map((problem) => ({ ...problem, params: problem.params ?? {} })),
    );
  });
}

test('a value is taken or refused with a code', () => {
  for (const { field, value, code, params = {} } of examples<Value[]>('values')) {
    const papers = field === 'letter' ? { [field]: value } : {};
    const answers = field === 'letter' ? AROUND : { ...AROUND, [field]: value };
    const found = checkAnswers(RULES, answers, papers, TODAY, true).find((one) => one.field === field);
    assert.deepEqual(found, code && { field, code, params }, `${field}: ${JSON.stringify(value)}`);
  }
});

test('a hidden field has no answer, and hides what depends on it', () => {
  const answers = { 'has-phone': false, phone: '0900000001', sex: 'male', married: '2020-01-01' };
  const asked = shown(RULES, answers, TODAY);
  assert.deepEqual([...asked.sections], ['person']);
  assert.deepEqual(asked.answers, { 'has-phone': false, sex: 'male' });
  assert.equal(asked.fields.has('phone'), false);
  assert.equal(shown(RULES, { ...answers, 'has-phone': true }, TODAY).fields.has('married'), true);
});
