/** Bring together what two windows made of one draft, question by question. Pure; clocks never decide. */
import type { DraftContent } from '../phone/work.ts';

export type Merged = { content: DraftContent; clashes: string[] };

/**
 * A question changed on one side only is taken from there; changed on both sides, this window keeps its own
 * words and the question is named as a clash.
 */
export function mergeDrafts(base: DraftContent, mine: DraftContent, theirs: DraftContent): Merged {
  const answers = mergeEach(base.answers, mine.answers, theirs.answers);
  const papers = mergeEach(base.papers, mine.papers, theirs.papers);
  const rest = mergeEach(bare(base), bare(mine), bare(theirs)).merged as DraftContent;
  return {
    content: { ...rest, answers: answers.merged, papers: papers.merged },
    clashes: [...answers.clashes, ...papers.clashes],
  };
}

type Each<T> = Readonly<Record<string, T>>;

function mergeEach<T>(
  base: Each<T>,
  mine: Each<T>,
  theirs: Each<T>,
): { merged: Record<string, T>; clashes: string[] } {
  const merged: Record<string, T> = {};
  const clashes: string[] = [];
  for (const id of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const changedHere = !isSame(base[id], mine[id]);
    const kept = changedHere ? mine[id] : theirs[id];
    if (kept !== undefined) merged[id] = kept;
    if (changedHere && !isSame(base[id], theirs[id]) && !isSame(mine[id], theirs[id])) clashes.push(id);
  }
  return { merged, clashes };
}

/** All but the questions: where one stands, whom it is about, the note. */
function bare(content: DraftContent): Each<unknown> {
  const { answers: _answers, papers: _papers, ...rest } = content;
  return rest;
}

/** JSON writes equal answers equally: they are strings, numbers, lists and one-level objects. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
