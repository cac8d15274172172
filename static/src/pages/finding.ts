/** Behaviours of the pages where people look for something: home, the list of communes. */
import './shared/one-chunk.ts';
import { startFilterList } from '../parts/filter-list.ts';
import { startRecentList } from '../parts/recent-list.ts';
import { startSearchBox } from '../parts/search-box.ts';

export const parts = {
  'search-box': startSearchBox,
  'recent-list': startRecentList,
  'filter-list': startFilterList,
};
