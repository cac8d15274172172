/** Receipts and slips: what our server has signed, and nobody else. Anything else is nothing. */
import { fromBase64url } from './base64url.ts';
import type { PublicKey } from './keys.ts';

/** What the server holds of a submission. */
export type Receipt = {
  typ: 'receipt';
  id: string;
  code: string;
  state: 'whole' | 'waiting_for_files' | 'unreadable';
  /** SHA-256 of the canonical wire that it holds. */
  content: string;
  files: { id: string; size: number; sha256: string }[];
  missing: string[];
  received_at: string;
  server_time: string;
  secret: string;
  replaces?: string;
};

/** What the QR of a receipt carries. */
export type Slip = {
  typ: 'slip';
  code: string;
  receipt: string;
  at: string;
  secret: string;
  /** Absent when the server has everything. */
  state?: string;
};

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const STATES = ['whole', 'waiting_for_files', 'unreadable'];

/** The payload of a compact JWS (ES256) that one of these keys has signed, else undefined. */
export async function verifyJws(
  jws: string,
  keys: readonly PublicKey[],
): Promise<Record<string, unknown> | undefined> {
  try {
    const [head = '', body = '', signature = '', ...more] = jws.split('.');
    const { alg, kid, crit } = jsonIn(head);
    const known = keys.find((key) => key.kid === kid);
    if (alg !== 'ES256' || !known || crit !== undefined || more.length) return undefined;
    const { kty, crv, x, y } = known;
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ALGORITHM, false, ['verify']);
    const signed = new TextEncoder().encode(`${head}.${body}`);
    const ours = await crypto.subtle.verify(ALGORITHM, key, fromBase64url(signature), signed);
    return ours ? jsonIn(body) : undefined;
  } catch {
    return undefined;
  }
}

/** The kid that a JWS says it was signed with, unverified: only to see whether newer keys are needed. */
export function kidOf(jws: string): unknown {
  try {
    return jsonIn(jws.split('.')[0] ?? '')['kid'];
  } catch {
    return undefined;
  }
}

/** A receipt of ours, else undefined. */
export async function readReceipt(jws: string, keys: readonly PublicKey[]): Promise<Receipt | undefined> {
  const payload = await verifyJws(jws, keys);
  return isReceipt(payload) ? payload : undefined;
}

/** A slip of ours, else undefined. */
export async function readSlip(jws: string, keys: readonly PublicKey[]): Promise<Slip | undefined> {
  const payload = await verifyJws(jws, keys);
  return isSlip(payload) ? payload : undefined;
}

function isReceipt(value: Record<string, unknown> | undefined): value is Receipt {
  if (value?.['typ'] !== 'receipt' || !STATES.includes(String(value['state']))) return false;
  const { id, code, content, received_at, secret, files, missing } = value;
  return areTexts(id, code, content, received_at, secret) && Array.isArray(files) && Array.isArray(missing);
}

function isSlip(value: Record<string, unknown> | undefined): value is Slip {
  return value?.['typ'] === 'slip' && areTexts(value['code'], value['receipt'], value['at'], value['secret']);
}

function areTexts(...values: unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

function jsonIn(part: string): Record<string, unknown> {
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(part)));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object');
  return value as Record<string, unknown>;
}
