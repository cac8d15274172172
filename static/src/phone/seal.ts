/** Seal a submission for the server: a compact JWE (RFC 7516) that this phone itself cannot open again. */
import { toBase64url } from './base64url.ts';
import type { PublicKey } from './keys.ts';
import { packed } from './packed.ts';

const OPENED_LIMIT = 200_000;
const SEALED_LIMIT = 100_000;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };

/** The answers are longer than a submission may be; nothing was sealed. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** Seal JSON text under a public key: ECDH-ES on P-256, A256GCM, zip DEF. Throws TooLarge. */
export async function sealText(to: PublicKey, text: string): Promise<string> {
  const plain = new TextEncoder().encode(text);
  if (plain.length > OPENED_LIMIT) throw new TooLarge();
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', own.publicKey);
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', zip: 'DEF', kid: to.kid, epk: { kty, crv, x, y } };
  const head = toBase64url(new TextEncoder().encode(JSON.stringify(header)));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(head);
  const secret = await contentKey(own.privateKey, to);
  const body = await packed(plain, 'deflate-raw');
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, secret, body);
  const tag = sealed.byteLength - 16;
  const parts = [iv, sealed.slice(0, tag), sealed.slice(tag)].map(toBase64url);
  const compact = [head, '', ...parts].join('.');
  if (compact.length > SEALED_LIMIT) throw new TooLarge();
  return compact;
}

/** Seal a value under a public key. Throws TooLarge. */
export function sealFor(to: PublicKey, value: unknown): Promise<string> {
  return sealText(to, JSON.stringify(value));
}

/** One round of the Concat KDF (RFC 7518 §4.6.2) over what both keys share, for a key of 256 bits. */
async function contentKey(own: CryptoKey, to: PublicKey): Promise<CryptoKey> {
  const { kty, crv, x, y } = to;
  const theirs = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256);
  const round = [0, 0, 0, 1];
  const algorithm = [0, 0, 0, 7, ...new TextEncoder().encode('A256GCM')];
  const parties = [0, 0, 0, 0, 0, 0, 0, 0];
  const bits = [0, 0, 1, 0];
  const input = new Uint8Array([...round, ...new Uint8Array(shared), ...algorithm, ...parties, ...bits]);
  const key = await crypto.subtle.digest('SHA-256', input);
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
}
