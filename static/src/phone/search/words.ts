/** The words of a text as search compares them: without marks, and how well the marks agree. */

import { INVISIBLE } from '../fold.ts';

/** How well two words with the same letters agree; near is a tone or a hat that was left out. */
const SAME_MARKS = 1;
const NO_MARKS = 0.97;
export const NEAR_MARKS = 0.85;
const OTHER_TONE = 0.6;
const OTHER_MARKS = 0.3;

const TOKEN = /(?:[\p{L}\p{N}]|[\u0300-\u036f])+/gu;
const MARK = /[\u0300-\u036f]/g;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const FINAL_Y = /^(qu|[bcdghklmnprstvx]{1,2})y$/;
const ZEROS = /^0+(?=[0-9]+$)/;
const HOOK = '\u0309';
const TILDE = '\u0303';

/** One word: `key` has no marks, `body` keeps ă â ê ô ơ ư đ, the tone stands apart. */
export interface Word {
  readonly key: string;
  readonly body: string;
  readonly tone: string;
  /** The word with its marks, in one spelling. */
  readonly exact: string;
  /** Whether nothing was said about marks: typed without them, or a word that has none. */
  readonly bare: boolean;
}

/** Give a word of which only the letters are known. */
export function bareWord(key: string): Word {
  return { key, body: key, tone: '', exact: key, bare: true };
}

/** Tell whether a word is digits only. */
export function isNumber(word: Word): boolean {
  return /^[0-9]+$/.test(word.key);
}

/** Split a text into words; ky and ki, hoà and hòa, 06 and 6 come out the same. */
export function wordsOf(text: string): Word[] {
  const tokens = text.toLowerCase().replace(INVISIBLE, '').normalize('NFD').match(TOKEN) ?? [];
  return tokens.map(wordOf).filter((word) => word.key !== '');
}

const seen = new Map<string, Word>();
const MOST_SEEN = 10_000;

function wordOf(token: string): Word {
  const known = seen.get(token);
  if (known) return known;
  const tone = token.match(TONE)?.[0] ?? '';
  const body = token.replace(TONE, '').replace(FINAL_Y, '$1i').replace(ZEROS, '');
  const key = body.replace(MARK, '').replaceAll('đ', 'd');
  const word = { key, body, tone, exact: body + tone, bare: tone === '' && body === key };
  if (seen.size < MOST_SEEN) seen.set(token, word);
  return word;
}

/** Tell how well two words with the same key agree in their marks. */
export function agreement(typed: Word, written: Word): number {
  if (typed.exact === written.exact) return SAME_MARKS;
  if (typed.bare) return NO_MARKS;
  if (typed.body === written.body) {
    return typed.tone === '' || areConfused(typed.tone, written.tone) ? NEAR_MARKS : OTHER_TONE;
  }
  return typed.tone === written.tone && typed.body === typed.key ? NEAR_MARKS : OTHER_MARKS;
}

/** Two tones that Nghệ An speaks alike and often writes alike. */
function areConfused(first: string, second: string): boolean {
  return (first === HOOK && second === TILDE) || (first === TILDE && second === HOOK);
}

/** Tell whether a typed word is the listed one: a word typed without marks is any of its readings. */
export function sameWord(typed: Word, listed: Word): boolean {
  return typed.key === listed.key && agreement(typed, listed) >= NEAR_MARKS;
}
