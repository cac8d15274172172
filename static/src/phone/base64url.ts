/** Bytes as base64url without padding (RFC 4648 §5), as keys, seals and receipts are written. */

/** The bytes as text. */
export function toBase64url(bytes: ArrayBuffer | Uint8Array): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
}

/** The bytes of a text; throws when it is not base64url. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new SyntaxError('not base64url');
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
