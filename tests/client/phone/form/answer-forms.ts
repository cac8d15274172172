/** Judges what one JSON object on standard input asks, for comparison with the server. */

import { readFileSync } from 'node:fs';
import { checkAnswers } from '../../../../static/src/phone/form/check-answers.ts';
import { evaluate } from '../../../../static/src/phone/form/evaluate.ts';
import { fromTyped } from '../../../../static/src/phone/form/normalise.ts';
import type { Answers, FieldType, FormRules, Tree } from '../../../../static/src/phone/form/rules.ts';
import { shown } from '../../../../static/src/phone/form/shown.ts';

interface Asked {
  today: string;
  expressions: { tree: Tree; answers: Answers; this: unknown }[];
  forms: { rules: FormRules; answers: Answers; papers: Record<string, unknown>; incomplete: boolean }[];
  typed: { type: FieldType; typed: string | string[] }[];
}

const { today, expressions, forms, typed }: Asked = JSON.parse(readFileSync(0, 'utf8'));
const judged = {
  expressions: expressions.map((one) => evaluate(one.tree, { ...one, self: one.this, today }) ?? null),
  forms: forms.map(({ rules, answers, papers, incomplete }) => ({
    problems: checkAnswers(rules, answers, papers, today, incomplete),
    shown: [...shown(rules, answers, today).fields],
  })),
  typed: typed.map((one) => fromTyped(one.type, one.typed) ?? null),
};
process.stdout.write(JSON.stringify(judged));
