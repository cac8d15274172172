/**
 * From what a person types to the value that is kept and sent; twin of the server's `answers.from_typed`.
 * What cannot be understood is given as it was typed, only cleaned: `checkAnswers` then names the mistake.
 */

import type { FieldType } from './rules.ts';

const SPACES = /[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const BREAKS = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/gu;
const SEPARATORS = /[ .()-]+/g;
const COUNTRY_CODE = /^(\+|00)?840?(?=\d{9,10}$)/;
const IN_GROUPS = /^-?\d{1,3}(\.\d{3})+$/;
const WHOLE_NUMBER = /^-?\d{1,15}$/;

/**
 * Give the value for what was typed into a field; undefined when it is empty.
 * A date comes from its three boxes as [day, month, year], choices as the list of ticked codes,
 * yes or no as 'yes' or 'no', everything else as one text.
 */
export function fromTyped(type: FieldType, typed: string | readonly string[]): unknown {
  if (typeof typed !== 'string') {
    const parts = typed.map(oneLine);
    if (type === 'date' || type === 'partial_date') return dateFrom(parts);
    const ticked = [...new Set(parts.filter(Boolean))];
    return ticked.length > 0 ? ticked : undefined;
  }
  const line = oneLine(typed);
  if (!line) return undefined;
  switch (type) {
    case 'multiline':
      return manyLines(typed);
    case 'integer':
      return integerFrom(line);
    case 'phone':
      return digitsIn(line.replace(SEPARATORS, '').replace(COUNTRY_CODE, '0')) ?? line;
    case 'personal_id':
      return digitsIn(line.replace(SEPARATORS, '')) ?? line;
    case 'yes_no':
      return line === 'yes' || (line === 'no' ? false : line);
    case 'address':
      return { detail: line };
    case 'attachment':
    case 'note':
      return undefined;
  }
  return line;
}

function oneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(SPACES, ' ').normalize().replace(/^ | $/g, '');
}

function manyLines(text: string): string {
  const lines = text.split(BREAKS).map(oneLine).join('\n');
  return lines.replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '');
}

function digitsIn(compact: string): string | undefined {
  return /^\d+$/.test(compact) ? compact : undefined;
}

function integerFrom(line: string): number | string {
  const compact = line.replaceAll(' ', '');
  const digits = IN_GROUPS.test(compact) ? compact.replaceAll('.', '') : compact;
  return WHOLE_NUMBER.test(digits) ? Number(digits) + 0 : line;
}

function dateFrom(boxes: readonly string[]): string | undefined {
  const [day = '', month = '', year = ''] = boxes.map((box) => (/^\d$/.test(box) ? `0${box}` : box));
  if (day) return `${year}-${month}-${day}`;
  return (month ? `${year}-${month}` : year) || undefined;
}
