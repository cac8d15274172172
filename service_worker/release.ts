/** A release is installed whole or not at all, into a cache of its own that is never written to again. */

import { sha256 } from '../static/src/sync/digest.ts';
import { fetchChecked, isTheFile } from '../static/src/sync/fetch-checked.ts';

/** One file of the release. Pages exist once per language. */
export type ReleaseFile = {
  kind: 'pages' | 'catalogue' | 'keys' | 'communes' | 'asset';
  language?: string;
  url: string;
  sha256: string;
  bytes: number;
};

/** What the server writes in front of the worker's script. */
export type Release = {
  id: string;
  markup: number;
  languages: string[];
  headers: Record<string, string>;
  files: ReleaseFile[];
};

const PREFIX = 'release-';
const AT_ONCE = 4;

/** The cache of a release. */
export function cacheName(id: string): string {
  return PREFIX + id;
}

/** Keep all files of the release, each checked, or throw and leave nothing behind. */
export async function installRelease(release: Release): Promise<void> {
  const name = cacheName(release.id);
  if (await isWhole(release, name)) return;
  const kept = await caches.keys();
  const answers = await gather(release.files, kept.filter(isRelease));
  await caches.delete(name);
  try {
    const cache = await caches.open(name);
    for (const [url, answer] of answers) await cache.put(url, answer);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** Delete the caches of all releases but these. */
export async function deleteOtherReleases(keep: readonly string[]): Promise<void> {
  const names = new Set(keep.map(cacheName));
  const old = (await caches.keys()).filter((name) => isRelease(name) && !names.has(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The releases to keep from now on, newest first: this one and the one that was active before it. */
export function releasesToKeep(id: string, before: unknown): string[] {
  const known = Array.isArray(before) ? before.filter((other) => typeof other === 'string') : [];
  return [id, ...known.filter((other) => other !== id)].slice(0, 2);
}

async function gather(files: readonly ReleaseFile[], kept: string[]): Promise<Map<string, Response>> {
  const answers = new Map<string, Response>();
  const waiting = [...files];
  const take = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      answers.set(file.url, (await fromKept(file, kept)) ?? (await fromServer(file)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  return answers;
}

/** A file that did not change since another release is copied, not downloaded again. */
async function fromKept(file: ReleaseFile, kept: string[]): Promise<Response | undefined> {
  for (const name of kept) {
    const answer = await (await caches.open(name)).match(file.url);
    if (answer && (await isTheFile(file, new Uint8Array(await answer.clone().arrayBuffer())))) return answer;
  }
  return undefined;
}

async function fromServer(file: ReleaseFile): Promise<Response> {
  const bytes = await fetchChecked(file);
  return new Response(bytes, { headers: { 'Content-Type': contentType(file) } });
}

async function isWhole(release: Release, name: string): Promise<boolean> {
  if (!(await caches.has(name))) return false;
  const cache = await caches.open(name);
  for (const file of release.files) {
    const bytes = await (await cache.match(file.url))?.arrayBuffer();
    if (!bytes || (await sha256(bytes)) !== file.sha256) return false;
  }
  return true;
}

function isRelease(name: string): boolean {
  return name.startsWith(PREFIX);
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

function contentType(file: ReleaseFile): string {
  if (file.kind !== 'asset') return 'application/json';
  return TYPES[file.url.slice(file.url.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
