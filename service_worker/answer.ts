/** Answer a GET: kept pages and the release's own files from the phone, all else from the server. */
import { findPage } from '../static/src/phone/pages.ts';
import { readSetting } from '../static/src/phone/settings.ts';
import { within } from '../static/src/sync/within.ts';
import { type Blocks, composeAnswer, composePage, type Pages } from './compose-page.ts';
import { cacheName, type Release } from './release.ts';
import { repairRelease } from './repair-release.ts';

const PHONE = 2_000;
const SERVER = 10_000;

/** Let the worker live until this work is done, after the answer. */
type Background = (work: Promise<void>) => void;

/** The answer, or undefined where the worker stays out of the way. */
export function answer(
  release: Release,
  request: Request,
  background: Background,
): Promise<Response> | undefined {
  if (request.method !== 'GET') return undefined;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return undefined;
  if (request.mode === 'navigate') return answerPage(release, request, address.pathname, background);
  if (isKeptFile(release, address.pathname)) return answerFile(release, request);
  return undefined;
}

async function answerPage(
  release: Release,
  request: Request,
  path: string,
  background: Background,
): Promise<Response> {
  if (path === '/') return redirect(request, `/${await lastLanguage(release)}/`);
  const language = languageOf(release, path);
  if (!language) return fetch(request);
  const kept = await keptPages(release, language);
  const page = kept && (ownPage(kept, path) ?? (await phonePage(release, path)));
  if (kept && page) return composeAnswer(composePage(kept.layout, page), release.headers);
  if (kept && ownPage(kept, `${path}/`)) return redirect(request, `${path}/`);
  const answered = within(SERVER, fetch(request)).catch(() => notKept(release, kept, language, path));
  if (!kept) background(answered.then(() => repairRelease(release)));
  return answered;
}

function redirect(request: Request, path: string): Response {
  return Response.redirect(new URL(path, request.url).href, 302);
}

/**
 * The page that says what is not on this phone, and what to do; without it, the network's own error.
 * Its link to the other language leads to the page that was wanted, which may be kept.
 */
function notKept(release: Release, kept: Pages | undefined, language: string, path: string): Response {
  const page = kept && ownPage(kept, `/${language}/not-kept`);
  if (!kept || !page) return Response.error();
  const wanted = path.slice(`/${language}`.length);
  const main = page.main.replace(/href="(\/\w+)\/not-kept"/g, (_, other) => `href="${other}${wanted}"`);
  return composeAnswer(composePage(kept.layout, { ...page, main }), release.headers, 503);
}

const parsed = new Map<string, Promise<Pages | undefined>>();

/** The pages of one language. They are parsed once in a worker's life; a failure is tried again. */
function keptPages(release: Release, language: string): Promise<Pages | undefined> {
  const known = parsed.get(language);
  if (known) return known;
  const kept = parsePages(release, language).catch(() => undefined);
  parsed.set(language, kept);
  void kept.then((pages) => {
    if (!pages) parsed.delete(language);
  });
  return kept;
}

/** Parse them anew at the next page. */
export function forgetPages(): void {
  parsed.clear();
}

async function parsePages(release: Release, language: string): Promise<Pages | undefined> {
  const file = release.files.find((file) => file.kind === 'pages' && file.language === language);
  if (!file) return undefined;
  const cache = await caches.open(cacheName(release.id));
  return (await cache.match(file.url))?.json();
}

function ownPage(kept: Pages, path: string): Blocks | undefined {
  return Object.hasOwn(kept.pages, path) ? kept.pages[path] : undefined;
}

/** A page of a pack or commune, unless it was made for a markup that this release does not know. */
async function phonePage(release: Release, path: string): Promise<Blocks | undefined> {
  const page = await within(PHONE, findPage(path)).catch(() => undefined);
  const known = page && (page.markup === release.markup || page.markup === release.markup - 1);
  return known ? page : undefined;
}

async function lastLanguage(release: Release): Promise<string> {
  const last = await within(PHONE, readSetting('language')).catch(() => undefined);
  return release.languages.find((language) => language === last) ?? release.languages[0] ?? '';
}

function languageOf(release: Release, path: string): string | undefined {
  return release.languages.find((language) => path === `/${language}` || path.startsWith(`/${language}/`));
}

/** Files of this release, and those that a page of the release before may still ask for. */
function isKeptFile(release: Release, path: string): boolean {
  return path.startsWith('/static/dist/') || release.files.some((file) => file.url === path);
}

async function answerFile(release: Release, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName(release.id));
  return (await cache.match(request)) ?? (await caches.match(request)) ?? fetch(request);
}
