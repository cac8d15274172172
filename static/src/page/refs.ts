/** Find the elements that a script needs. A missing one throws with its name: the template is wrong. */

type Kind<E extends Element> = new () => E;

/** The template lacks an element that a script needs. */
export class MissingHook extends Error {
  constructor(name: string, kind: string) {
    super(`missing hook ${name} (${kind})`);
    this.name = 'MissingHook';
  }
}

/** The element with this `data-ref` inside the root (or anywhere, in the document). */
export function ref<E extends Element = HTMLElement>(
  root: ParentNode,
  name: string,
  kind: Kind<E> = HTMLElement as unknown as Kind<E>,
): E {
  const found = maybeRef(root, name, kind);
  if (!found) throw new MissingHook(name, kind.name);
  return found;
}

/** The same for an element that a template may leave out. */
export function maybeRef<E extends Element = HTMLElement>(
  root: ParentNode,
  name: string,
  kind: Kind<E> = HTMLElement as unknown as Kind<E>,
): E | undefined {
  const found = root.querySelector(`[data-ref="${name}"]`);
  return found instanceof kind ? found : undefined;
}

/** All elements with this `data-ref`. */
export function refs<E extends Element = HTMLElement>(root: ParentNode, name: string): E[] {
  return Array.from(root.querySelectorAll<E>(`[data-ref="${name}"]`));
}

/** A data attribute that the template must give. */
export function given(element: HTMLElement, name: string): string {
  const value = element.dataset[name];
  if (value === undefined) throw new MissingHook(`data-${name}`, element.dataset['part'] ?? element.tagName);
  return value;
}

/** The row and the button that were tapped, when the tap was on a button with this `data-ref`. */
export function tapped(event: Event, name: string): string | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const button = event.target.closest(`[data-ref="${name}"]`);
  return button?.closest<HTMLElement>('[data-key]')?.dataset['key'];
}
