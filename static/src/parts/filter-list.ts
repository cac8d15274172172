/** Find a row of a long list by typing, with or without accents, by its new or an old name. */
import { ref, refs } from '../page/refs.ts';
import { fold } from '../phone/fold.ts';

/** Every typed word must begin a word that the row shows, or one that it carries beside. */
export function startFilterList(box: HTMLElement): void {
  const input = ref(box, 'filter-list.input', HTMLInputElement);
  const none = ref(box, 'filter-list.none');
  const rows = refs(box, 'filter-list.row');
  const words = new Map(rows.map((row) => [row, ` ${fold(row.textContent)} ${row.dataset['words'] ?? ''}`]));
  const groups = refs(box, 'filter-list.group');
  const show = () => {
    const typed = fold(input.value).split(' ').filter(Boolean);
    for (const row of rows) {
      row.hidden = !typed.every((word) => words.get(row)?.includes(` ${word}`));
    }
    for (const group of groups) {
      group.hidden = refs(group, 'filter-list.row').every((row) => row.hidden);
    }
    none.hidden = rows.some((row) => !row.hidden);
  };
  input.addEventListener('input', show);
  if (input.value) show();
}
