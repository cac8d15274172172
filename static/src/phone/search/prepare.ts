/** What search makes of a catalogue once: lines of words, how rare each word is, which stand together. */

import { holds, type Phrases, phrasesOf } from './phrases.ts';
import { type Word, wordsOf } from './words.ts';

/** One guide: code, title, English title, other names, keywords, place of its pack, 1 if a commune handles it. */
export type CatalogueGuide = [string, string, string, string[], string[], number, number?];

/** The catalogue as the release carries it. */
export interface Catalogue {
  words: { ignored: string[]; faint?: string[]; same_as: string[][] };
  packs: [string, string, string][];
  guides: CatalogueGuide[];
}

/** The weight of the rarest word; weights are whole numbers so that phone and server add alike. */
export const WHOLE = 1000;

/** A faint word (family, time, politeness) says this many times less. */
export const FAINT = 4;

/** What a word is worth in the title, in another name and in a keyword of a guide. */
export const TITLE = 1;
const NAME = 0.92;
export const KEYWORD = 0.85;

/** One way to name a guide: its title, another name or a keyword. */
export interface Line {
  readonly words: readonly Word[];
  /** The words before the first bracket: what the name is about. */
  readonly head: number;
  /** Of the head. */
  readonly weight: number;
  readonly worth: number;
}

/** One guide to be found. */
export interface Entry {
  readonly code: string;
  readonly lines: readonly Line[];
  readonly atCommune: boolean;
}

/** A catalogue ready for queries. Words stand here without, and in `holders` and `weights` also with marks. */
export interface Prepared {
  readonly ignored: Phrases;
  readonly faint: Phrases;
  readonly sameAs: Phrases;
  readonly entries: Entry[];
  readonly holders: Map<string, number[]>;
  readonly weights: Map<string, number>;
  readonly vocabulary: string[];
  readonly pairs: Set<string>;
  /** Pairs whose first word only looks like an ignored one, and those whose second word does. */
  readonly meantFirst: Set<string>;
  readonly meantSecond: Set<string>;
}

type Draft = [words: Word[], head: number, worth: number];

/** Make a catalogue ready for queries; done once for each catalogue. */
export function prepare(catalogue: Catalogue): Prepared {
  const { ignored, faint = [], same_as } = catalogue.words;
  const prepared: Prepared = {
    ignored: phrasesOf(ignored.map((said) => [said])),
    faint: phrasesOf(faint.map((said) => [said])),
    sameAs: phrasesOf(same_as),
    entries: [],
    holders: new Map(),
    weights: new Map(),
    vocabulary: [],
    pairs: new Set(),
    meantFirst: new Set(),
    meantSecond: new Set(),
  };
  const drafts = catalogue.guides.map(draftsOf);
  drafts.forEach((lines, place) => {
    noteWords(prepared, place, lines);
  });
  weigh(prepared, drafts.length);
  catalogue.guides.forEach((guide, place) => {
    const lines = (drafts[place] ?? []).map((draft) => lineOf(prepared, draft));
    prepared.entries.push({ code: guide[0], lines, atCommune: guide[6] === 1 });
  });
  return prepared;
}

/** Tell how much a word says; nothing for one that no guide has. */
export function weightOf(prepared: Prepared, word: Word): number {
  const exact = word.bare ? 0 : (prepared.weights.get(word.exact) ?? 0);
  return exact || (prepared.weights.get(word.key) ?? 0);
}

/** Tell whether a word without marks stands in a guide or in one of our lists. */
export function knows(prepared: Prepared, key: string): boolean {
  const lists = [prepared.ignored, prepared.faint, prepared.sameAs];
  return prepared.holders.has(key) || lists.some((list) => list.keys.has(key));
}

function draftsOf(guide: CatalogueGuide): Draft[] {
  const [, title, english, names, keywords] = guide;
  const named: [string, number][] = [
    [title, TITLE],
    [english, TITLE],
  ];
  for (const name of names) named.push([name, NAME]);
  for (const keyword of keywords) named.push([keyword, KEYWORD]);
  return named.flatMap(([text, worth]): Draft[] => {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const bracket = text.indexOf('(');
    const head = bracket < 0 ? words.length : wordsOf(text.slice(0, bracket)).length;
    return [[words, head || words.length, worth]];
  });
}

function noteWords(prepared: Prepared, place: number, lines: Draft[]): void {
  const known = new Set<string>();
  for (const [words] of lines) {
    words.forEach((word, at) => {
      if (!prepared.holders.has(word.key) && !known.has(word.key)) prepared.vocabulary.push(word.key);
      known.add(word.key).add(word.exact);
      const next = words[at + 1];
      if (next) notePair(prepared, word, next);
    });
  }
  for (const key of known) {
    const holders = prepared.holders.get(key);
    if (holders) holders.push(place);
    else prepared.holders.set(key, [place]);
  }
}

function notePair(prepared: Prepared, first: Word, second: Word): void {
  const pair = `${first.key} ${second.key}`;
  prepared.pairs.add(pair);
  if (looksIgnored(prepared, first)) prepared.meantFirst.add(pair);
  if (looksIgnored(prepared, second)) prepared.meantSecond.add(pair);
}

function looksIgnored({ ignored }: Prepared, word: Word): boolean {
  return ignored.keys.has(word.key) && !holds(ignored, word);
}

function weigh(prepared: Prepared, entries: number): void {
  for (const [key, holders] of prepared.holders) {
    const share = Math.log((entries + 1) / holders.length) / Math.log(entries + 1);
    prepared.weights.set(key, Math.max(FAINT, Math.floor(WHOLE * share + 0.5)));
  }
}

function lineOf(prepared: Prepared, [words, head, worth]: Draft): Line {
  let weight = 0;
  for (const word of words.slice(0, head)) weight += says(prepared, word);
  return { words, head, weight, worth };
}

function says(prepared: Prepared, word: Word): number {
  if (holds(prepared.ignored, word)) return 0;
  const weight = weightOf(prepared, word);
  return holds(prepared.faint, word) ? Math.floor(weight / FAINT) : weight;
}
