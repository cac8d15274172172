/** A server that receives submissions as ours does: once per id, with signed receipts. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { Keys, PublicKey } from '../../static/src/phone/keys.ts';
import { canonical } from '../../static/src/sync/canonical.ts';
import { serve } from './fake-browser.ts';

export type Call = { method: string; path: string; ids: string[]; bytes: number; headers: Headers };
type Kept = { body: string; receipt: string; slip: string };
type Result = { id: string; status: number; receipt?: string; slip?: string; problem?: { code: string } };

/** Let tests break things: before the server works, or after it has and before the reply arrives. */
export type Breaks = {
  before?: (call: Call) => Response | Promise<Response> | undefined;
  after?: (call: Call, answer: Response) => Response | Promise<Response>;
  /** The refusal of one submission, by its id or body. */
  refuse?: (id: string, body: Record<string, unknown>) => { status: number; code: string } | undefined;
  state?: (id: string) => string;
};

export type FakeServer = {
  kept: Map<string, Kept>;
  calls: Call[];
  breaks: Breaks;
  keys: Keys;
  privateSeal: CryptoKey;
  sign: (payload: object, kid?: string) => Promise<string>;
};

/** Start one; `fetch` is answered by it from now on. */
export async function startServer(): Promise<FakeServer> {
  const receipt = await generateKeyPair('ES256', { extractable: true });
  const seal = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const keys = {
    seal: [{ ...(await exportJWK(seal.publicKey)), kid: 'seal-1' } as PublicKey],
    receipt: [{ ...(await exportJWK(receipt.publicKey)), kid: 'receipt-1' } as PublicKey],
  };
  const sign = (payload: object, kid = 'receipt-1') =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(receipt.privateKey);
  const privateSeal = seal.privateKey;
  const server: FakeServer = { kept: new Map(), calls: [], breaks: {}, keys, privateSeal, sign };
  serve(async (url, options) => {
    if (url === '/offline/keys' || url === '/api/v1/keys') return Response.json(server.keys);
    const text = bodyOf(options);
    const call = callOf(url, options, text);
    server.calls.push(call);
    const broken = await server.breaks.before?.(call);
    if (broken) return broken;
    const answer = await answerTo(server, call, text);
    return server.breaks.after ? server.breaks.after(call, answer) : answer;
  });
  return server;
}

/** A problem of ours. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const type = { 'Content-Type': 'application/problem+json' };
  return new Response(JSON.stringify({ code }), { status, headers: { ...type, ...headers } });
}

/** No network. */
export function unreachable(): never {
  throw new TypeError('fetch failed');
}

async function answerTo(server: FakeServer, call: Call, text: string): Promise<Response> {
  if (call.method === 'PUT') {
    const result = await receive(server, call.ids[0] ?? '', JSON.parse(text));
    if (result.problem) return problem(result.status, result.problem.code);
    return Response.json({ receipt: result.receipt, slip: result.slip });
  }
  if (!call.path.endsWith('/batch')) return problem(404, 'not_found');
  const results: Result[] = [];
  for (const { id, submission } of JSON.parse(text).submissions) {
    results.push(await receive(server, id, submission));
  }
  return Response.json({ results });
}

async function receive(server: FakeServer, id: string, body: Record<string, unknown>): Promise<Result> {
  const content = canonical(body);
  const known = server.kept.get(id);
  const refused = known ? undefined : server.breaks.refuse?.(id, body);
  if (refused) return { id, status: refused.status, problem: { code: refused.code } };
  if (known && known.body !== content) {
    return { id, status: 409, problem: { code: 'submission_conflict' } };
  }
  const kept = known ?? (await sealReceipt(server, id, content));
  server.kept.set(id, kept);
  return { id, status: 200, receipt: kept.receipt, slip: kept.slip };
}

async function sealReceipt(server: FakeServer, id: string, body: string): Promise<Kept> {
  const code = `TS${id.slice(0, 8).toUpperCase()}`;
  const at = '2026-11-21T03:04:05Z';
  const secret = 'A'.repeat(22);
  const state = server.breaks.state?.(id) ?? 'whole';
  const content = hash(body);
  const times = { received_at: at, server_time: at };
  const payload = { typ: 'receipt', id, code, state, content, files: [], missing: [], ...times, secret };
  const receipt = await server.sign(payload);
  const slip = await server.sign({ typ: 'slip', code, receipt: hash(receipt), at, secret });
  return { body, receipt, slip };
}

function bodyOf({ body, headers }: RequestInit): string {
  if (!(body instanceof Uint8Array)) return '';
  const packed = new Headers(headers).get('Content-Encoding') === 'gzip';
  return new TextDecoder().decode(packed ? gunzipSync(body) : body);
}

function callOf(url: string, options: RequestInit, text: string): Call {
  const method = options.method ?? 'GET';
  const listed = url.endsWith('/batch') ? JSON.parse(text).submissions : undefined;
  const ids = listed?.map(({ id }: { id: string }) => id) ?? [url.split('/').at(-1)];
  const bytes = options.body instanceof Uint8Array ? options.body.length : 0;
  return { method, path: url, ids, bytes, headers: new Headers(options.headers) };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
