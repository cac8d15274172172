/** Decide whether an open page tells of another release. Pure; a page is never changed unasked. */

/** The releases around an open page; undefined where there is no such worker or it did not say. */
export type Releases = {
  page: string;
  waiting: string | undefined;
  controlling: string | undefined;
  /** Another worker took this page over while it was open. */
  takenOver: boolean;
};

export type Notice = 'none' | 'switch' | 'reload';

/** `switch`: a release waits for the person's word. `reload`: another tab gave it, this page is the old one. */
export function decideNotice({ page, waiting, controlling, takenOver }: Releases): Notice {
  if (waiting !== undefined && waiting !== page) return 'switch';
  if (takenOver && controlling !== undefined && controlling !== page) return 'reload';
  return 'none';
}
