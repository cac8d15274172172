/** Start each behaviour that the page's elements name. */

/** A behaviour: it takes over one element. */
export type Start = (element: HTMLElement) => void | Promise<void>;

/** Behaviours by the name that stands in `data-part`. */
export type Parts = Record<string, Start>;

/** Behaviours that are loaded only where a page names one of them. */
export type LaterParts = { names: readonly string[]; load: () => Promise<{ parts: Parts }> };

const UNSUPPORTED = ['old', 'insecure'];

/** Start the behaviours in document order; one that fails never stops another. */
export function startParts(parts: Parts, later: readonly LaterParts[] = []): void {
  // `early.ts` has looked: such a browser gets the plain page, which does all that matters.
  if (UNSUPPORTED.includes(document.documentElement.dataset['browser'] ?? '')) return;
  const elements = Array.from(document.querySelectorAll<HTMLElement>('[data-part]'));
  for (const element of elements) startOn(element, parts);
  for (const { names, load } of later) {
    const named = elements.filter((element) => partsOf(element).some((name) => names.includes(name)));
    if (named.length === 0) continue;
    load().then((module) => {
      for (const element of named) startOn(element, module.parts);
    }, report);
  }
}

function startOn(element: HTMLElement, parts: Parts): void {
  for (const name of partsOf(element)) {
    if (Object.hasOwn(parts, name)) attempt(parts[name], element);
  }
}

function attempt(start: Start | undefined, element: HTMLElement): void {
  try {
    start?.(element)?.catch(report);
  } catch (error) {
    report(error);
  }
}

function partsOf(element: HTMLElement): string[] {
  return (element.dataset['part'] ?? '').split(/\s+/);
}

function report(error: unknown): void {
  // Seen in the browser's console and by the browser tests, which fail on it.
  reportError(error);
}
