/** Read the body of an answer piece by piece: with progress, a limit per piece and a limit of size. */
import { within } from './within.ts';

const STALLED = 30_000;

export type Progress = (bytes: number) => void;

/** The answer is longer than what was announced: it is not what we asked for. */
export class TooLong extends Error {
  constructor() {
    super('too long');
    this.name = 'TooLong';
  }
}

/** All bytes of the body, as they are after decompression; never more than the limit. */
export async function readBody(
  answer: Response,
  options: { limit: number; onProgress?: Progress; stalled?: number; signal?: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  const { limit, onProgress, stalled = STALLED, signal } = options;
  const reader = answer.body?.getReader();
  if (!reader) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await within(stalled, reader.read());
      if (done) return join(pieces, length);
      length += value.length;
      if (length > limit) throw new TooLong();
      pieces.push(value);
      onProgress?.(length);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
