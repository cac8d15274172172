/** What a slip or a receipt is worth, by its signature alone. Pure but for the browser's own arithmetic. */
import type { Keys } from '../phone/keys.ts';
import { kidOf, readReceipt, readSlip, type Slip } from '../phone/receipt.ts';
import type { OpenSubmission } from '../phone/work.ts';

export type Judged =
  | { verdict: 'right' | 'partly'; slip: Slip }
  | { verdict: 'changed' | 'unknown-key' | 'no-keys' | 'nothing' };

/** A slip whose key we know must fit it; one whose key we do not know says nothing yet. */
export async function judgeSlip(jws: string, keys: Keys | undefined): Promise<Judged> {
  if (jws === '') return { verdict: 'nothing' };
  const kid = kidOf(jws);
  if (typeof kid !== 'string') return { verdict: 'changed' };
  if (!keys) return { verdict: 'no-keys' };
  const slip = await readSlip(jws, keys.receipt);
  if (slip) return { verdict: slip.state === undefined ? 'right' : 'partly', slip };
  return { verdict: keys.receipt.some((key) => key.kid === kid) ? 'changed' : 'unknown-key' };
}

export type ReceiptState = 'whole' | 'waiting' | 'refused' | 'set_aside' | 'doubtful';

/**
 * What may be said of a submission on this phone. Its receipt was verified when it came, so a key that
 * this phone does not know any more takes nothing away; a signature that does not fit does.
 */
export async function judgeReceipt(
  sent: Pick<OpenSubmission, 'state' | 'receipt' | 'sha256'>,
  keys: Keys | undefined,
): Promise<ReceiptState> {
  if (sent.state !== 'received') return sent.state;
  if (!sent.receipt) return 'doubtful';
  const kid = kidOf(sent.receipt);
  if (!keys?.receipt.some((key) => key.kid === kid)) return 'whole';
  const receipt = await readReceipt(sent.receipt, keys.receipt);
  return receipt?.state === 'whole' && receipt.content === sent.sha256 ? 'whole' : 'doubtful';
}
