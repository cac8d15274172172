/** The short list of facts that tells how a draft or submission came to stand where it stands. */
import type { Fact } from './work.ts';

const KEPT = 40;

/** The list with one fact more. The same fact again only moves to its newer time. */
export function withFact(facts: readonly Fact[], fact: string, at = new Date()): Fact[] {
  const before = facts.at(-1)?.fact === fact ? facts.slice(0, -1) : facts;
  return [...before, { at: at.toISOString(), fact }].slice(-KEPT);
}
