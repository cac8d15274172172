/** Days written as YYYY, YYYY-MM or YYYY-MM-DD, compared with today. Pure. */

/** Whether the day is on or after `from` and before `until`; an absent bound is open. */
export function isBetween(day: Date, from: string | undefined, until: string | undefined): boolean {
  const iso = isoDay(day);
  return (!from || from <= iso) && (!until || iso < until);
}

/** Whole months between the start of a month (or year, or day) and today; never negative. */
export function monthsSince(since: string, today: Date): number {
  const [year = 0, month = 1, day = 1] = since.split('-').map(Number);
  const months = (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month;
  return Math.max(0, today.getDate() < day ? months - 1 : months);
}

/** The day of this phone: "2026-11-21". */
export function isoDay(day: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
