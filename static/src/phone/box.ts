/** Boxes: what a person typed, encrypted before it touches the phone's storage. */
import type { Box } from './work.ts';

/** Encrypt a value with AES-256-GCM, under a fresh random IV at every write. */
export async function toBox(key: CryptoKey, value: unknown): Promise<Box> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  return { iv: iv.buffer, bytes };
}

/** The value in a box; throws when the key is another one or a byte was changed. */
export async function fromBox(key: CryptoKey, box: Box): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv }, key, box.bytes);
  return JSON.parse(new TextDecoder().decode(plain));
}
