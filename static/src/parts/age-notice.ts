/** Show what depends on the day: pages are kept, so their dates are absolute and only this decides. */
import { isBetween, monthsSince } from '../page/days.ts';
import { fill } from '../page/stamp.ts';

/** Shown from `data-from` until before `data-until`; `data-since` gives the age in whole months. */
export function startAgeNotice(notice: HTMLElement): void {
  const { from, until, since } = notice.dataset;
  const today = new Date();
  if (since) fill(notice, { months: monthsSince(since, today) });
  notice.hidden = !isBetween(today, from, until);
}
