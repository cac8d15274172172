/** Search in the titles, other names and keywords of guides; the server's search gives the same answers. */

import type { Prepared } from './search/prepare.ts';
import { type Part, partsOf } from './search/query.ts';
import { couldFit, FITS, score } from './search/score.ts';

export { type Catalogue, type CatalogueGuide, type Prepared, prepare } from './search/prepare.ts';

const MOST = 20;

/** Hits to choose from when we ask back. */
const FEW = 6;

/** Below this we ask back even if one guide leads. */
const SURE = 0.6;

/** How far the first must lead, as a share of its score; less if the query names it in full. */
const LEAD = 0.08;
const LEAD_OF_NAMED = 0.02;

/** From here on a query is the name of the guide, word for word. */
const NAMED = 0.965;

const CODE = /(?:^|[^0-9.])([0-9]\.[0-9]{6})(?![0-9])/g;

/** One guide that fits, and how well. */
export interface Hit {
  readonly code: string;
  readonly score: number;
}

/** What search says to a query. */
export interface Answer {
  readonly kind: 'answer' | 'ask_back' | 'not_found';
  readonly hits: readonly Hit[];
}

const NOT_FOUND: Answer = { kind: 'not_found', hits: [] };

/** Answer a query as typed: some words, a whole sentence, or the code of a guide. */
export function find(prepared: Prepared, text: string): Answer {
  const codes = new Set([...text.matchAll(CODE)].map(([, code = '']) => code));
  if (codes.size > 0) return answerToCodes(prepared, codes);
  const parts = partsOf(prepared, text);
  const hits: Hit[] = [];
  for (const place of candidates(prepared, parts)) {
    const entry = prepared.entries[place];
    const fits = entry ? score(prepared, parts, entry) : 0;
    if (entry && fits >= FITS) hits.push({ code: entry.code, score: fits });
  }
  if (hits.length === 0) return NOT_FOUND;
  hits.sort((a, b) => b.score - a.score);
  if (leads(hits)) return { kind: 'answer', hits: hits.slice(0, MOST) };
  return { kind: 'ask_back', hits: hits.slice(0, FEW) };
}

function answerToCodes(prepared: Prepared, codes: ReadonlySet<string>): Answer {
  const named = prepared.entries.filter((entry) => codes.has(entry.code)).slice(0, MOST);
  if (named.length === 0) return NOT_FOUND;
  return { kind: 'answer', hits: named.map(({ code }) => ({ code, score: 1 })) };
}

function leads(hits: readonly Hit[]): boolean {
  const first = hits[0]?.score ?? 0;
  const second = hits[1]?.score ?? 0;
  return first >= SURE && first - second >= (first >= NAMED ? LEAD_OF_NAMED : LEAD) * first;
}

/** Give the guides that have enough of the query to fit at all, in the order of the catalogue. */
function candidates(prepared: Prepared, parts: readonly Part[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  const shares = new Map<number, number>();
  for (const part of parts) {
    for (const [place, value] of mostOf(prepared, part)) shares.set(place, (shares.get(place) ?? 0) + value);
  }
  const places = [...shares].filter(([, share]) => couldFit(share, whole)).map(([place]) => place);
  return places.sort((a, b) => a - b);
}

/** Give for each guide the most that it can say of a part. */
function mostOf(prepared: Prepared, part: Part): Map<number, number> {
  const best = new Map<number, number>();
  for (const way of part.ways) {
    const said = new Map<number, number>();
    way.words.forEach((word, at) => {
      for (const place of prepared.holders.get(word.key) ?? []) {
        said.set(place, (said.get(place) ?? 0) + (way.weights[at] ?? 0));
      }
    });
    for (const [place, sum] of said) {
      best.set(place, Math.max(best.get(place) ?? 0, (part.weight * way.trust * sum) / way.weight));
    }
  }
  return best;
}
