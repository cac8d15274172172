/** Whether one answer is what its field takes; twin of the server's `domain/answers/_values.py`. */

import { isObject, isText } from './evaluate.ts';
import type { FieldRules, ProblemCode } from './rules.ts';

/** A code and its number under a name; undefined when the answer is good. */
export type Fault = readonly [ProblemCode, Readonly<Record<string, number>>?] | undefined;

const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x09\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/u;
const DAY = /^[12]\d{3}-\d\d-\d\d$/;
const PARTIAL_DATE = /^[12]\d{3}(-\d\d){0,2}$/;
const YEAR = /^(\d*)(?:-|$)/;
const YEAR_LENGTH = 4;
const DIGITS = /^\d+$/;
const COMMUNE = /^\d{5}$/;
const PHONE_LENGTHS = [10, 11];
const PERSONAL_ID_LENGTHS = [12, 9];
const ADDRESS = ['detail', 'commune_code', 'old_name'];
const PAPER_ANSWERS = ['have', 'not_yet', 'cannot_get', 'not_applicable', 'need_help'];
const MOST_FILES = 60;

/** Give what is wrong with an answer, by itself. */
export function faultOf(field: FieldRules, value: unknown): Fault {
  const { type, options = [], max_length: longest = 0 } = field;
  if (type === 'integer') return Number.isSafeInteger(value) ? undefined : ['wrong_type'];
  if (type === 'yes_no') return typeof value === 'boolean' ? undefined : ['wrong_type'];
  if (type === 'address') return addressFault(value, longest);
  if (type === 'choices') {
    return isSet(value) && value.length > 0 ? optionFault(value, options) : ['wrong_type'];
  }
  if (!isText(value)) return ['wrong_type'];
  if (type === 'date') return dateFault(value, DAY);
  if (type === 'partial_date') return dateFault(value, PARTIAL_DATE);
  if (type === 'phone') return digitsFault(value, PHONE_LENGTHS, '0');
  if (type === 'personal_id') return digitsFault(value, PERSONAL_ID_LENGTHS, '');
  if (type === 'choice') return optionFault([value], options);
  return textFault(value, longest, type === 'multiline');
}

/** Give what is wrong with what was said of a declared paper. */
export function faultOfPaper(value: unknown): Fault {
  if (!isObject(value)) return ['wrong_type'];
  const { answer, files, ...more } = value;
  if (!isText(answer) || !isSet(files) || Object.keys(more).length > 0) return ['wrong_type'];
  if (files.length > MOST_FILES) return ['too_long', { max: MOST_FILES }];
  return optionFault([answer], PAPER_ANSWERS);
}

function textFault(value: unknown, longest: number, manyLines = false): Fault {
  if (!isText(value)) return ['wrong_type'];
  if (value.length > longest && [...value].length > longest) return ['too_long', { max: longest }];
  if (INVISIBLE.test(value) || (!manyLines && value.includes('\n'))) return ['control_characters'];
  if (!/\S/.test(value)) return ['wrong_type']; // an answer that says nothing is left out
  return value === value.normalize() ? undefined : ['not_nfc'];
}

function addressFault(value: unknown, longest: number): Fault {
  if (!isObject(value) || Object.keys(value).some((name) => !ADDRESS.includes(name))) return ['wrong_type'];
  const { detail, commune_code: commune = '00000', old_name: old } = value;
  if (!isText(commune) || !COMMUNE.test(commune)) return ['wrong_type'];
  return textFault(detail, longest) ?? (old === undefined ? undefined : textFault(old, longest));
}

function dateFault(text: string, shape: RegExp): Fault {
  if (!shape.test(text)) {
    const digits = YEAR.exec(text)?.[1]?.length ?? YEAR_LENGTH;
    return digits === YEAR_LENGTH ? ['not_a_date'] : ['not_a_date', { year_digits: digits }];
  }
  const day = new Date(`${text}${'-01-01'.slice(text.length - YEAR_LENGTH)}T00:00Z`);
  // Some engines take 30 February for 2 March.
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return isDay ? undefined : ['not_a_date'];
}

function digitsFault(text: string, lengths: readonly number[], first: string): Fault {
  if (!DIGITS.test(text)) return ['wrong_type'];
  if (!lengths.includes(text.length)) return ['wrong_length', { digits: text.length }];
  return text.startsWith(first) ? undefined : ['wrong_type'];
}

function isSet(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText) && new Set(value).size === value.length;
}

function optionFault(codes: readonly string[], options: readonly string[]): Fault {
  return codes.every((code) => options.includes(code)) ? undefined : ['not_an_option'];
}
