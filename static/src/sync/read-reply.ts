/** What came back about submissions: verified to be ours and for exactly these, or not ours. */
import type { PublicKey } from '../phone/keys.ts';
import { kidOf, type Receipt, readReceipt, readSlip } from '../phone/receipt.ts';
import type { OutboxRow, RawReply, Reason } from '../phone/work.ts';
import { sha256 } from './digest.ts';
import { keptKeys, readKeys } from './fetch-keys.ts';
import type { Answer } from './outcome.ts';

/** The answer about one submission, with the signed texts to keep. */
export type Reply = { answer: Answer; receipt?: string; slip?: string };

/** The keys whose signatures count; asked for anew once in a run, when a receipt names an unknown one. */
export type Trusted = { keys: readonly PublicKey[]; renewed: boolean };

const NOTHING: Answer = { kind: 'none' };

/** The keys that have reached this phone. */
export async function trustedKeys(): Promise<Trusted> {
  return { keys: ((await keptKeys()) ?? (await readKeys()))?.receipt ?? [], renewed: false };
}

/** The reply to one submission that was sent by itself. */
export async function readReply(trusted: Trusted, row: OutboxRow, raw: RawReply | undefined): Promise<Reply> {
  if (!raw) return { answer: NOTHING };
  const answer = answerOf(raw.status, raw.is_problem && raw.body, raw.retry_after);
  return withReceipt(trusted, row, answer, raw.body);
}

/** The replies to a batch, one for each in its order; or the one answer that all of them got. */
export async function readReplies(
  trusted: Trusted,
  rows: readonly OutboxRow[],
  raw: RawReply | undefined,
): Promise<{ whole: Answer } | { each: Reply[] }> {
  if (!raw) return { whole: NOTHING };
  const listed = raw.status === 200 ? part(raw.body, 'results') : undefined;
  const results = new Map(Array.isArray(listed) ? listed.map((result) => [part(result, 'id'), result]) : []);
  if (!rows.some((row) => results.has(row.id))) {
    return { whole: answerOf(raw.status, raw.is_problem && raw.body, raw.retry_after) };
  }
  const each: Reply[] = [];
  for (const row of rows) {
    const result: unknown = results.get(row.id);
    const answer = answerOf(part(result, 'status'), part(result, 'problem'), null);
    each.push(await withReceipt(trusted, row, answer, result));
  }
  return { each };
}

function answerOf(status: unknown, problem: unknown, retry_after: string | null): Answer {
  const code = part(problem, 'code');
  const fields = part(part(problem, 'details'), 'fields');
  return {
    kind: 'answer',
    status: typeof status === 'number' ? status : 0,
    retry_after,
    ...(typeof code === 'string' && { code }),
    ...(Array.isArray(fields) && { fields: fields as NonNullable<Reason['fields']> }),
  };
}

/** Add the receipt, if we signed it and it is for exactly what this phone has sent. */
async function withReceipt(trusted: Trusted, row: OutboxRow, answer: Answer, body: unknown): Promise<Reply> {
  const jws = part(body, 'receipt');
  if (answer.kind === 'none' || typeof jws !== 'string') return { answer };
  await renewKeys(trusted, jws);
  const receipt = await readReceipt(jws, trusted.keys);
  if (!isFor(receipt, row)) return { answer };
  const slip = await ownSlip(trusted, jws, part(body, 'slip'));
  return { answer: { ...answer, receipt }, receipt: jws, ...(slip && { slip }) };
}

function isFor(receipt: Receipt | undefined, row: OutboxRow): receipt is Receipt {
  return receipt?.id === row.id && receipt.content === row.sha256;
}

async function ownSlip(trusted: Trusted, receipt: string, jws: unknown): Promise<string | undefined> {
  if (typeof jws !== 'string') return undefined;
  const slip = await readSlip(jws, trusted.keys);
  return slip?.receipt === (await sha256(new TextEncoder().encode(receipt))) ? jws : undefined;
}

async function renewKeys(trusted: Trusted, jws: string): Promise<void> {
  const kid = kidOf(jws);
  if (trusted.renewed || trusted.keys.some((key) => key.kid === kid)) return;
  trusted.renewed = true;
  trusted.keys = [...((await readKeys('/api/v1/keys'))?.receipt ?? []), ...trusted.keys];
}

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
