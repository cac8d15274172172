/** Which of a field's messages says a problem. Pure. */
import type { Problem } from '../phone/form/rules.ts';

const LENGTHS: Record<string, number> = { personal_id: 12, phone: 10 };

/** The `data-state` of the message, and the number it names. */
export function wordsFor(problem: Problem, type: string): { state: string; count: number | null } {
  const { digits, rule, year_digits: yearDigits } = problem.params;
  if (problem.code === 'rule') return { state: `rule-${rule ?? 0}`, count: null };
  if (problem.code === 'wrong_length' && digits !== undefined) {
    return { state: digits < (LENGTHS[type] ?? 0) ? 'too_few' : 'too_many', count: digits };
  }
  return { state: yearDigits === undefined ? problem.code : 'year_digits', count: null };
}
