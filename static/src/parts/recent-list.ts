/** The guides that were opened last on this phone, on the home page. */
import { given, maybeRef, ref } from '../page/refs.ts';
import { repeat } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { forgetSeen, lastSeen } from '../phone/recent.ts';
import { loadCatalogue } from '../sync/fetch-catalogue.ts';
import { guideRow } from './guide-row.ts';

const SHOWN = 5;

/** Stays hidden while there is nothing to show; a shared phone can be cleared with one tap. */
export async function startRecentList(section: HTMLElement): Promise<void> {
  maybeRef(section, 'recent-list.clear')?.addEventListener('click', async () => {
    await forgetSeen();
    section.hidden = true;
  });
  const codes = await lastSeen(SHOWN);
  if (codes.length === 0) return;
  const catalogue = await loadCatalogue(given(section, 'catalogue')).catch(() => undefined);
  if (!catalogue) return;
  const rows = codes.flatMap((code) => guideRow(catalogue, code, pageLanguage()) ?? []);
  repeat(ref(section, 'recent-list.rows'), rows);
  section.hidden = rows.length === 0;
}
