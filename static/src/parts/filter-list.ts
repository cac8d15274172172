/** Find a row of a long list by typing, with or without accents, by its new or an old name. */
import { ref, refs } from '../page/refs.ts';
import { fold } from '../phone/fold.ts';

/** Rows carry their folded words; every typed word must begin one of them. */
export function startFilterList(box: HTMLElement): void {
  const input = ref(box, 'filter-list.input', HTMLInputElement);
  const none = ref(box, 'filter-list.none');
  const rows = refs(box, 'filter-list.row');
  const groups = refs(box, 'filter-list.group');
  const show = () => {
    const typed = fold(input.value).split(' ').filter(Boolean);
    for (const row of rows) {
      const words = ` ${row.dataset['words'] ?? ''}`;
      row.hidden = !typed.every((word) => words.includes(` ${word}`));
    }
    for (const group of groups) {
      group.hidden = refs(group, 'filter-list.row').every((row) => row.hidden);
    }
    none.hidden = rows.some((row) => !row.hidden);
  };
  input.addEventListener('input', show);
  if (input.value) show();
}
