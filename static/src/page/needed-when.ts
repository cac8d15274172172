/** Decide whether a paper is needed in the case that a family has. Pure. */

/** Per question the answers in which the paper is needed. */
export type When = Record<string, readonly string[]>;

/** A question without an answer leaves the paper on the list: better one too many than one too few. */
export function isNeeded(when: When, answers: Record<string, string>): boolean {
  return Object.entries(when).every(([question, needed]) => {
    const answer = answers[question];
    return answer === undefined || needed.includes(answer);
  });
}

/** Read the condition of a row as the template wrote it; a broken one hides nothing. */
export function readWhen(written: string | undefined): When {
  try {
    const when: unknown = JSON.parse(written ?? '{}');
    return typeof when === 'object' && when !== null ? (when as When) : {};
  } catch {
    return {};
  }
}
