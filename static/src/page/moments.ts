/** A moment as people say it: the time, and the day when it is not today. Pure. */
import { writeDay } from './write-numbers.ts';

/** Which sentence of the template fits, and what fills it. */
export type Moment = { state: 'today' | 'yesterday' | 'day'; values: { time: string; day: string } };

const DAY = 86_400_000;

/** How to say this moment now. */
export function momentOf(at: Date, now: Date, language: string): Moment {
  const passed = Math.round((midnight(now) - midnight(at)) / DAY);
  const state = passed === 0 ? 'today' : passed === 1 ? 'yesterday' : 'day';
  return { state, values: { time: writeTime(at), day: writeDay(at, language) } };
}

/** "9:42", "18:05": the clock of this phone. */
export function writeTime(at: Date): string {
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** The code of a dossier in the groups that people say, "TS7K 4M92 QX", never broken over two lines. */
export function spokenCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].filter(Boolean).join('\u00a0');
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
