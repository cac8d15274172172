/** One guide of the catalogue as a row of a list. Pure. */
import type { Row } from '../page/stamp.ts';
import type { Catalogue } from '../phone/search.ts';

/** The row of this guide, with links in the page's language; undefined for a code that no guide has. */
export function guideRow(catalogue: Catalogue, code: string, language: string): Row | undefined {
  const guide = catalogue.guides.find(([known]) => known === code);
  if (!guide) return undefined;
  const [, vi, en, , , packIndex] = guide;
  const [pack = '', packVi = '', packEn = ''] = catalogue.packs[packIndex] ?? [];
  const english = language === 'en';
  return {
    key: code,
    state: 'guide',
    values: {
      title: (english && en) || vi,
      pack: (english && packEn) || packVi || null,
      guide: guidePath(code, language),
      phone: `/${language}/phone#${pack}`,
    },
  };
}

/** Where the page of a guide is. */
export function guidePath(code: string, language: string): string {
  return `/${language}/guides/${code}`;
}
