/** The four primitives: text, attribute, hidden, repeat. Nothing else puts elements on a page. */

import { MissingHook } from './refs.ts';
import { planRows } from './row-plan.ts';

/** What a row or a sentence is filled with; null means: there is no such value, hide it. */
export type Values = Record<string, string | number | null>;

/** One row of a list: its key, the `data-state` of its template and its values. */
export type Row = { key: string; state: string; values: Values };

/** Fill `data-field` (text) and `data-value`, `data-href`, `data-label` (attributes) with the values. */
export function fill(root: HTMLElement, values: Values): void {
  for (const element of [root, ...root.querySelectorAll<HTMLElement>(HOLES)]) {
    fillText(element, values);
    fillAttribute(element, 'value', element.dataset['value'], values);
    fillAttribute(element, 'href', element.dataset['href'], values);
    fillLabel(element, values);
  }
}

const HOLES = '[data-field], [data-value], [data-href], [data-label]';

/** Show the one element of a set whose `data-state` is this one. */
export function showState(root: ParentNode, state: string): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-state]')) {
    if (!(element instanceof HTMLTemplateElement)) element.hidden = element.dataset['state'] !== state;
  }
}

/** Make the list hold exactly these rows, in this order; the focus stays on its row. */
export function repeat(list: HTMLElement, rows: readonly Row[]): void {
  const present = Array.from(list.querySelectorAll<HTMLElement>(':scope > [data-key]'));
  const focused = present.find((element) => element.contains(document.activeElement))?.dataset['key'];
  const plan = planRows(present.map(identityOf), rows);
  const stay = new Set(plan);
  present.forEach((element, index) => {
    if (!stay.has(index)) element.remove();
  });
  let after: Element | null = null;
  rows.forEach((row, position) => {
    const element = present[plan[position] ?? -1] ?? stampRow(list, row);
    fill(element, row.values);
    const expected: Element | null = after ? after.nextElementSibling : firstPlace(list);
    if (expected !== element) list.insertBefore(element, expected);
    after = element;
    if (row.key === focused) keepFocus(element);
  });
}

/** The text of a hidden sentence of the template, filled in. */
export function sentence(element: HTMLElement, values: Values = {}): string {
  fill(element, values);
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** The button that was tapped may be gone with the old state of its row. */
function keepFocus(row: HTMLElement): void {
  if (!row.contains(document.activeElement)) row.querySelector<HTMLElement>('button, a')?.focus();
}

function stampRow(list: HTMLElement, row: Row): HTMLElement {
  const template = list.querySelector(`:scope > template[data-state="${row.state}"]`);
  if (!(template instanceof HTMLTemplateElement)) {
    throw new MissingHook(`template ${row.state}`, list.dataset['ref'] ?? list.tagName);
  }
  const element = (template.content.cloneNode(true) as DocumentFragment).firstElementChild;
  if (!(element instanceof HTMLElement))
    throw new MissingHook(`row of template ${row.state}`, list.dataset['ref'] ?? list.tagName);
  element.dataset['key'] = row.key;
  element.dataset['stamped'] = row.state;
  return element;
}

function identityOf(element: HTMLElement): { key: string; state: string } {
  return { key: element.dataset['key'] ?? '', state: element.dataset['stamped'] ?? '' };
}

function firstPlace(list: HTMLElement): Element | null {
  return list.querySelector(':scope > :not(template)');
}

function fillText(element: HTMLElement, values: Values): void {
  const value = valueFor(element.dataset['field'], values);
  if (value === undefined) return;
  element.hidden = value === null;
  const text = value === null ? '' : String(value);
  if (element.textContent !== text) element.textContent = text;
}

function fillAttribute(
  element: HTMLElement,
  attribute: string,
  name: string | undefined,
  values: Values,
): void {
  const value = valueFor(name, values);
  if (value === undefined) return;
  if (value === null) element.removeAttribute(attribute);
  else element.setAttribute(attribute, String(value));
}

/** A button in a row says which row it is for: its label text holds the name in braces. */
function fillLabel(element: HTMLElement, values: Values): void {
  const name = element.dataset['label'];
  const value = valueFor(name, values);
  if (value === undefined || value === null) return;
  element.setAttribute(
    'aria-label',
    (element.dataset['labelText'] ?? '{}').replace(/\{\w*\}/, String(value)),
  );
}

function valueFor(name: string | undefined, values: Values): string | number | null | undefined {
  return name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}
