/** Answers the queries of one JSON object {catalogue, queries} on standard input, for comparison with the server. */

import { readFileSync } from 'node:fs';
import { fold } from '../../../static/src/phone/fold.ts';
import { type Catalogue, find, prepare } from '../../../static/src/phone/search.ts';

interface Asked {
  catalogue: Catalogue;
  queries: string[];
}

const asked: Asked = JSON.parse(readFileSync(0, 'utf8'));
const prepared = prepare(asked.catalogue);
const answers = asked.queries.map((query) => ({ folded: fold(query), ...find(prepared, query) }));
process.stdout.write(JSON.stringify(answers));
