/** How long to wait before the next try. Pure; times are milliseconds. */

const FIRST = 5_000;
const LONGEST = 5 * 60_000;
const JITTER = 0.25;
const LONGEST_ASKED = 60 * 60_000;

/** The wait after this many tries in a row: 5 s, doubling to 5 min, plus up to a quarter by chance. */
export function waitAfter(tries: number, random: number): number {
  const wait = Math.min(FIRST * 2 ** Math.max(0, tries - 1), LONGEST);
  return Math.round(wait * (1 + JITTER * random));
}

/** Whether a wait has ended. One longer than any that is made comes from a clock that was set back since. */
export function isOver(until: number | undefined, now: number): boolean {
  return until === undefined || until <= now || until - now > LONGEST_ASKED;
}

/** The wait that a Retry-After asks for (seconds or a date, RFC 9110 §10.2.3); no more than an hour. */
export function askedWait(retryAfter: string | null | undefined, now: number): number | undefined {
  const text = retryAfter?.trim();
  if (!text) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return wait > 0 ? Math.min(wait, LONGEST_ASKED) : undefined;
}
