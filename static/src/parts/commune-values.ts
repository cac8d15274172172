/** Put the values of the chosen commune, each with its source and day, beside those of the guide. */
import { given, maybeRef, refs } from '../page/refs.ts';
import { fill } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { chosenCommune } from '../phone/communes.ts';
import type { CommuneValue, Text } from '../phone/schema.ts';

const OF_GUIDE = ['time', 'fee'];
const OF_COMMUNE = ['place', 'hours', 'phone'];

/** What the commune does not state stays as the guide has it, and is said to be missing. */
export async function startCommuneValues(guide: HTMLElement): Promise<void> {
  const commune = await chosenCommune();
  if (!commune) {
    show(maybeRef(guide, 'commune-values.choose'));
    return;
  }
  const code = given(guide, 'code');
  const shown = (kinds: string[], subjectOf: (kind: string) => string) =>
    kinds.filter((kind) => {
      const value = commune.values.find(({ subject }) => subject === subjectOf(kind));
      if (value) showValue(guide, kind, value, commune.name);
      return value;
    }).length;
  shown(OF_COMMUNE, (kind) => kind);
  if (shown(OF_GUIDE, (kind) => `${kind}:${code}`) > 0) return;
  const none = maybeRef(guide, 'commune-values.none');
  if (none) fill(none, { commune: commune.name });
  show(none);
}

function showValue(guide: HTMLElement, kind: string, value: CommuneValue, commune: string): void {
  for (const row of refs(guide, `commune-values.${kind}`)) {
    fill(row, {
      text: inLanguage(value.text),
      source: inLanguage(value.source),
      stated_on: writeMonth(value.stated_on),
      commune,
    });
    row.hidden = false;
  }
}

function inLanguage(text: Text): string {
  return (pageLanguage() === 'en' && text.en) || text.vi;
}

/** "2026-07" as "07/2026": as exact as it was stated. */
function writeMonth(stated: string): string {
  return stated.split('-').reverse().join('/');
}

function show(element: HTMLElement | undefined): void {
  if (element) element.hidden = false;
}
