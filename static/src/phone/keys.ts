/** The server's public keys, as the release carries them. */

export type PublicKey = { kid: string; kty: string; crv: string; x: string; y: string };

/** `seal` holds the current key to seal with, `receipt` every key whose receipts still count. */
export type Keys = { seal: PublicKey[]; receipt: PublicKey[] };

/** The keys in an answer, or undefined when it is not one of ours. */
export function keysIn(body: unknown): Keys | undefined {
  const { seal, receipt } = (body ?? {}) as Record<string, unknown>;
  return areKeys(seal) && areKeys(receipt) ? { seal, receipt } : undefined;
}

function areKeys(keys: unknown): keys is PublicKey[] {
  return Array.isArray(keys) && keys.length > 0 && keys.every(isKey);
}

function isKey(key: Partial<PublicKey> | null): boolean {
  return key?.kty === 'EC' && key.crv === 'P-256' && [key.kid, key.x, key.y].every(isText);
}

function isText(text: unknown): boolean {
  return typeof text === 'string' && text !== '';
}
