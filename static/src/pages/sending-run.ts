/** What every page does when it has time: send, fetch what the desk did, show how the work stands. */
import './shared/one-chunk.ts';
import { startSendingRun } from '../parts/sending-run.ts';

export const parts = { 'sending-run': startSendingRun };
