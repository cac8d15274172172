/** J and K walk through a list; keys that somebody types into a box are left alone. */

const TEXT = new Set(['text', 'search', 'date', 'tel', 'number', 'password']);

/** The place that a key leads to, or nothing when it is no such key or the list is empty. */
export function step(key: string, here: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === 'j') return Math.min(here + 1, length - 1);
  if (key === 'k') return Math.max(here - 1, 0);
  return undefined;
}

/** Whether the key belongs to a box, or to the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const at = event.target;
  return at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && TEXT.has(at.type));
}
