/** Take pages out of a downloaded file: all of them in the agreed shape, or none. */
import type { KeptPage } from '../phone/schema.ts';

/** The pages as the phone keeps them, or undefined when one is not a page. */
export function readPages(pages: unknown, pack: string, markup: unknown): KeptPage[] | undefined {
  if (!Array.isArray(pages)) return undefined;
  if (typeof markup !== 'number') return undefined;
  if (!pages.every(isPage)) return undefined;
  return pages.map(({ path, title, main }) => ({ path, pack, title, main, markup }));
}

function isPage(page: unknown): page is { path: string; title: string; main: string } {
  if (typeof page !== 'object' || page === null) return false;
  const { path, title, main } = page as Record<string, unknown>;
  return typeof path === 'string' && typeof title === 'string' && typeof main === 'string';
}
