/** Draw anew what shows records of the phone: whenever they change, and when the page comes back. */
import { type Changed, listen } from '../phone/changed.ts';

/** Out of the browser's memory a page comes back as it was left, and was told of nothing meanwhile. */
export function follow(kinds: readonly Changed[], draw: () => unknown): void {
  for (const kind of kinds) listen(kind, draw);
  addEventListener('pageshow', (event) => event.persisted && draw());
}
