/** Times the phone's search over one JSON object {catalogue, queries} on standard input: the best of eight rounds. */

import { readFileSync } from 'node:fs';
import { type Catalogue, find, prepare } from '../../static/src/phone/search.ts';

const ROUNDS = 8;

function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

const asked: { catalogue: Catalogue; queries: string[] } = JSON.parse(readFileSync(0, 'utf8'));
const prepared = prepare(asked.catalogue);
let ready = Number.POSITIVE_INFINITY;
const times = asked.queries.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < ROUNDS; round += 1) {
  ready = Math.min(ready, timed(() => prepare(asked.catalogue)));
  asked.queries.forEach((query, at) => {
    times[at] = Math.min(times[at] ?? 0, timed(() => find(prepared, query)));
  });
}
process.stdout.write(JSON.stringify({ prepare: ready, queries: times }));
