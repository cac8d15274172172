/** What is wrong with the answers to a form; the server's `answers.check` gives the same list. */

import { type Fault, faultOf, faultOfPaper } from './check-value.ts';
import { evaluate, isTrue } from './evaluate.ts';
import type { Answers, FieldRules, FormRules, Problem, Tree } from './rules.ts';
import { hasAnswer, shown } from './shown.ts';

/** Unknown names come from strangers: a few, shortened, are enough to find the mistake. */
const MOST_UNKNOWN = 20;
const LONGEST_NAME = 60;

/**
 * Give at most one problem for each field, in the order of the form, unknown ones last.
 * An incomplete form may lack required answers and break rules, but never hold a value of a wrong kind.
 */
export function checkAnswers(
  form: FormRules,
  answers: Answers,
  papers: Readonly<Record<string, unknown>>,
  today: string,
  incomplete = false,
): Problem[] {
  const asked = shown(form, answers, today);
  const holds = (tree: Tree, self?: unknown): boolean =>
    isTrue(evaluate(tree, { answers: asked.answers, today, self }));

  function faultIn(field: FieldRules): Fault {
    const { id, type, required = false, rules = [] } = field;
    const isPaper = type === 'attachment';
    const given = isPaper ? papers : answers;
    if (type !== 'note' && Object.hasOwn(given, id)) {
      const value = given[id];
      if (!asked.fields.has(id)) return ['not_shown'];
      const fault = isPaper ? faultOfPaper(value) : faultOf(field, value);
      if (fault || incomplete) return fault;
      const rule = rules.findIndex((one) => !holds(one, isPaper ? undefined : value));
      return rule < 0 ? undefined : ['rule', { rule }];
    }
    if (incomplete || !asked.fields.has(id)) return undefined;
    return (typeof required === 'boolean' ? required : holds(required)) ? ['required'] : undefined;
  }

  const problems: Problem[] = [];
  for (const field of form.fields) {
    const fault = faultIn(field);
    if (fault) problems.push({ field: field.id, code: fault[0], params: fault[1] ?? {} });
  }
  const others = (given: object, known: readonly FieldRules[]): string[] => {
    const ids = new Set(known.map(({ id }) => id));
    return Object.keys(given)
      .filter((name) => !ids.has(name))
      .sort();
  };
  const unknown = [
    ...others(answers, form.fields.filter(hasAnswer)),
    ...others(
      papers,
      form.fields.filter(({ type }) => type === 'attachment'),
    ),
  ];
  for (const name of unknown.slice(0, MOST_UNKNOWN)) {
    problems.push({ field: [...name].slice(0, LONGEST_NAME).join(''), code: 'unknown_field', params: {} });
  }
  return problems;
}
