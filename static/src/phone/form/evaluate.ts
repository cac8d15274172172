/** What an expression gives for some answers; twin of the server's `domain/expressions`. Never fails. */

import type { Answers, Tree } from './rules.ts';

/** Truth, number (always finite), text (never empty), list of texts (never empty), or nothing. */
export type Value = boolean | number | string | readonly string[] | undefined;

export interface Known {
  readonly answers: Answers;
  /** The day the answers are given, as YYYY-MM-DD. */
  readonly today: string;
  /** The answer of the field whose rule this is, read as `.`. */
  readonly self?: unknown;
}

type Numbers = (left: number, right: number) => number;
type Order = <T extends number | string>(left: T, right: T) => boolean;

const PARTIAL_DATE = /^\d{4}(-\d\d){0,2}$/;

const CALCULATED: Record<string, Numbers> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
};

const ORDERED: Record<string, Order> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** Give the value of an expression. */
export function evaluate(tree: Tree, known: Known): Value {
  const value = (at: number): Value => evaluate(tree[at] as Tree, known);
  const [name] = tree;
  switch (name) {
    case 'field':
      return asValue(answerTo(tree[1] as string, known.answers));
    case 'this':
      return asValue(known.self);
    case 'today':
      return known.today;
    case 'true':
    case 'false':
      return name === 'true';
    case 'text':
    case 'number':
      return asValue(tree[1]);
    case 'and':
      return isTrue(value(1)) && isTrue(value(2));
    case 'or':
      return isTrue(value(1)) || isTrue(value(2));
    case 'not':
      return !isTrue(value(1));
    case 'if':
      return value(isTrue(value(1)) ? 2 : 3);
    case 'coalesce':
      return (tree.slice(1) as Tree[]).map((part) => evaluate(part, known)).find((one) => one !== undefined);
    case 'count-selected':
      return lengthOf(value(1), isList);
    case 'string-length':
      return lengthOf(value(1), isText);
  }
  const [left, right] = [value(1), value(2)];
  if (name === '=') return isSame(left, right);
  if (name === '!=') return !isSame(left, right);
  if (name === 'selected') return isText(right) && (isList(left) ? left.includes(right) : left === right);
  const calculate = CALCULATED[name];
  if (!calculate) return isInOrder(ORDERED[name] as Order, left, right);
  return isNumber(left) && isNumber(right) ? asValue(calculate(left, right)) : undefined;
}

/** Nothing and zero are not true; every other number, text and list is. */
export function isTrue(value: Value): boolean {
  return Boolean(value);
}

/** Give an answer as a value; what no field can hold is nothing. */
export function asValue(answer: unknown): Value {
  if (typeof answer === 'boolean') return answer;
  if (isNumber(answer)) return Number.isFinite(answer) ? answer : undefined;
  if (isText(answer)) return answer || undefined;
  if (isList(answer)) return answer.length > 0 && answer.every(isText) ? answer : undefined;
  const detail = isObject(answer) ? answerTo('detail', answer) : undefined; // an address: its own words
  return isText(detail) ? detail || undefined : undefined;
}

/** Give the answer to a field; names that every object inherits are not answers. */
export function answerTo(field: string, answers: Answers): unknown {
  return Object.hasOwn(answers, field) ? answers[field] : undefined;
}

/** Tell whether a JSON value is an object: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const isText = (value: unknown): value is string => typeof value === 'string';

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

function lengthOf(value: Value, fits: (value: Value) => boolean): number {
  return fits(value) ? [...(value as string | readonly string[])].length : 0;
}

/** No value is converted: text is never a number, and lists have `selected`. */
function isSame(left: Value, right: Value): boolean {
  return left === right && !isList(left);
}

/** Numbers, or dates as far as both are known: a year and a day are compared by the year. */
function isInOrder(order: Order, left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return order(left, right);
  if (!(isText(left) && isText(right) && PARTIAL_DATE.test(left) && PARTIAL_DATE.test(right))) return false;
  const known = Math.min(left.length, right.length);
  return order(left.slice(0, known), right.slice(0, known));
}
