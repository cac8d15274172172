/** How well a guide answers a query: how much of it is said, how connected, and how little else. */

import { type Entry, KEYWORD, type Line, type Prepared, TITLE, WHOLE, weightOf } from './prepare.ts';
import type { Part, Way } from './query.ts';
import { agreement, NEAR_MARKS, type Word } from './words.ts';

/** Below this nothing fits: absolute, so that a far-fetched guide is never the answer. */
export const FITS = 0.48;

/** What phrases and precision are worth; the rest is the share alone. */
const CONNECTED = 0.4;
const PRECISE = 0.2;
const PRECISE_NAME = 0.3;

/** What a word is worth that only another line of the guide has. */
const ELSEWHERE = 0.5;

/** Guides that a commune does not handle come after those it does. */
const ABOVE_COMMUNE = 0.9;

/** What words beyond the first few unknown ones weigh once a phrase is certain: people tell stories. */
const ASIDE = 0.25;

/** The share of a phrase that must be there for it to count. */
const HALF_SAID = 0.6;

/** What naming a whole keyword says: less than naming the whole guide. */
const KEYWORD_SAYS = 0.5;

/** Words this close to each other are connected. */
const NEAR = 2;

interface Found {
  readonly value: number;
  readonly words: readonly Word[];
}

const NOTHING: Found = { value: 0, words: [] };

/** Give between 0 and 1 how well a guide answers. */
export function score(prepared: Prepared, parts: readonly Part[], entry: Entry): number {
  const found = entry.lines.map((line) => parts.map((part) => foundIn(part, line)));
  const best = parts.map((_, at) => Math.max(...found.map((row) => row[at]?.value ?? 0)));
  const anywhere = weighed(parts, best);
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  let highest = 0;
  entry.lines.forEach((line, at) => {
    const row = found[at] ?? [];
    const here = weighed(
      parts,
      row.map((each) => each.value),
    );
    if (here === 0) return;
    const said = here + ELSEWHERE * (anywhere - here);
    const joined = connectedIn(line, row, parts);
    const left = leftOf(whole - said, joined);
    const connected = Math.min(1, joined / here);
    const precision = precisionOf(prepared, line, row);
    const precise = line.worth === TITLE ? PRECISE : PRECISE_NAME;
    const fits = 1 - CONNECTED - precise + CONNECTED * connected + precise * precision;
    highest = Math.max(highest, (said / (said + left)) * fits);
  });
  if (!entry.atCommune) highest *= ABOVE_COMMUNE;
  return Math.floor(highest * 1_000_000 + 0.5) / 1_000_000; // equal on phone and server, so that ties stay ties
}

/** Tell whether a guide that has this much of a query can reach the least score. */
export function couldFit(said: number, whole: number): boolean {
  return said >= FITS * (said + leftOf(whole - said, said));
}

function weighed(parts: readonly Part[], values: readonly number[]): number {
  return parts.reduce((sum, part, at) => sum + part.weight * (values[at] ?? 0), 0);
}

function leftOf(left: number, joined: number): number {
  return joined >= WHOLE && left > WHOLE ? WHOLE + (left - WHOLE) * ASIDE : left;
}

function foundIn(part: Part, line: Line): Found {
  let best = NOTHING;
  for (const way of part.ways) {
    const value = valueIn(way, line) * way.trust * line.worth;
    if (value > best.value) best = { value, words: way.words };
  }
  return best;
}

function valueIn(way: Way, line: Line): number {
  let said = 0;
  way.words.forEach((word, at) => {
    let best = 0;
    for (const written of line.words) {
      if (written.key === word.key) best = Math.max(best, agreement(word, written));
    }
    said += (way.weights[at] ?? 0) * best;
  });
  const share = said / way.weight;
  if (way.words.length === 1) return share;
  if (share < HALF_SAID) return 0;
  const pairs = way.words.length - 1;
  let beside = 0;
  for (let at = 0; at < pairs; at += 1) {
    if (areNear(line, way.words[at], way.words[at + 1])) beside += 1;
  }
  return share * (0.5 + (0.5 * beside) / pairs);
}

function areNear(line: Line, first?: Word, second?: Word): boolean {
  if (!first || !second) return false;
  return line.words.some((written, place) => {
    if (!isThere(first, written)) return false;
    const after = line.words.slice(place + 1, place + 1 + NEAR);
    return after.some((later) => isThere(second, later));
  });
}

function isThere(word: Word, written: Word): boolean {
  return word.key === written.key && agreement(word, written) >= NEAR_MARKS;
}

/** Tell how much of what is said here is said in one breath: whole phrases and neighbours. */
function connectedIn(line: Line, row: readonly Found[], parts: readonly Part[]): number {
  const isAlone = parts.filter((part) => !part.faint).length === 1;
  let joined = 0;
  let before = false;
  parts.forEach((part, at) => {
    const { value, words } = row[at] ?? NOTHING;
    const after = areNear(line, words.at(-1), row[at + 1]?.words[0]);
    const whole = part.phrase || (isAlone && words.length > 1);
    if (whole || before || after) joined += part.weight * value;
    before = after;
  });
  return joined;
}

/** Tell which share of the line's head was asked for. */
function precisionOf(prepared: Prepared, line: Line, row: readonly Found[]): number {
  if (line.weight === 0) return 0;
  const asked = new Set(row.flatMap((each) => each.words.map((word) => word.key)));
  let said = 0;
  for (const word of line.words.slice(0, line.head)) {
    if (asked.has(word.key)) said += weightOf(prepared, word);
  }
  return Math.min(1, said / line.weight) * (line.worth === KEYWORD ? KEYWORD_SAYS : 1);
}
