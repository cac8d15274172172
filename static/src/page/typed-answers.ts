/** How an answer is spread over the boxes of its field. Pure. */
import { fromTyped } from '../phone/form/normalise.ts';
import type { FieldType } from '../phone/form/rules.ts';

/** What stands in one box of a field, by the end of the box's name; ticked boxes give several. */
export type Boxes = (box: string) => readonly string[];

const DAY = ['day', 'month', 'year'];
const BOXES: Partial<Record<FieldType, readonly string[]>> = {
  date: DAY,
  partial_date: DAY,
  address: ['detail'],
};
const WITHOUT = ['attachment', 'note'];

/** The ends of the names of a field's boxes; most fields have one box, with no end. */
export function boxesOf(type: FieldType): readonly string[] {
  return WITHOUT.includes(type) ? [] : (BOXES[type] ?? ['']);
}

/** The answer, or undefined when nothing is typed. What cannot be understood stays as typed. */
export function answerOf(type: FieldType, boxes: Boxes): unknown {
  const typed = boxesOf(type).map((box) => boxes(box));
  if (typed.length === 0) return undefined;
  if (type === 'choices') return fromTyped(type, [...(typed[0] ?? [])]);
  const texts = typed.map(([text = '']) => text);
  return fromTyped(type, texts.length > 1 ? texts : (texts[0] ?? ''));
}

/** What to put into a box so that it gives this answer again; digits in groups, as they stand on the card. */
export function typedOf(type: FieldType, answer: unknown, box: string): readonly string[] {
  if (answer === undefined) return [];
  switch (type) {
    case 'date':
    case 'partial_date':
      return present(String(answer).split('-')[2 - DAY.indexOf(box)]);
    case 'address':
      return present((answer as { detail?: string }).detail);
    case 'choices':
      return (answer as string[]).map(String);
    case 'yes_no':
      return [answer === true ? 'yes' : answer === false ? 'no' : String(answer)];
    case 'personal_id':
      return [grouped(String(answer), [3, 3])];
    case 'phone':
      return [grouped(String(answer), [4, 3])];
    default:
      return [String(answer)];
  }
}

function grouped(text: string, sizes: readonly number[]): string {
  if (!/^\d+$/.test(text)) return text;
  const groups: string[] = [];
  let rest = text;
  for (const size of sizes) {
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...groups, rest].filter(Boolean).join(' ');
}

function present(text: string | undefined): readonly string[] {
  return text ? [text] : [];
}
