/** What a step means for the rest of the run: go on, wait with all of the outbox, or take smaller batches. Pure. */
import { LARGEST_BATCH, type Run } from '../phone/outbox-run.ts';
import { waitAfter } from './back-off.ts';
import type { Outcome } from './outcome.ts';

type RunChange = (run: Run) => Run;
type Moment = { now: number; random: number };

const GROWTH = 5;

/** After one that was sent alone: one failure may be its own fault, two in a row are not. */
export function afterOne(outcome: Outcome, moment: Moment): RunChange {
  if (outcome.kind === 'stop') return (run) => waits(run, 1, outcome, moment);
  if (outcome.kind !== 'later') return succeeded;
  const passes = outcome.cause !== 'no_network' && outcome.cause !== 'busy';
  return (run) => (passes && run.failed === 0 ? { ...run, failed: 1 } : waits(run, 1, outcome, moment));
}

/** After a batch that got one answer for all. */
export function afterBatch(outcome: Outcome, size: number, moment: Moment): RunChange {
  if (outcome.kind === 'later' || outcome.kind === 'stop') return (run) => waits(run, size, outcome, moment);
  // Too large, or refused as a whole: smaller ones will tell which of them it is.
  return (run) => ({ ...run, batch: Math.floor(size / 2), failed: 0 });
}

/** The server was reached and has judged. */
export function succeeded({ next_try_at: _, asked: __, ...run }: Run): Run {
  return { ...run, failed: 0, tries: 0, batch: Math.min(LARGEST_BATCH, run.batch + GROWTH) };
}

/** All of the outbox waits; a batch that failed as a whole twice is halved. */
export function waits(run: Run, size: number, outcome: Outcome, { now, random }: Moment): Run {
  const tries = run.tries + 1;
  const halve = run.failed > 0 && size > 1;
  const asked = outcome.kind === 'later' ? (outcome.wait ?? 0) : 0;
  return {
    ...run,
    tries,
    batch: halve ? Math.floor(size / 2) : run.batch,
    failed: halve ? 0 : run.failed + 1,
    next_try_at: now + Math.max(asked, waitAfter(tries, random)),
    asked: asked > 0,
  };
}
