/** Join a layout and the two blocks of a page to the page that the server would send. Pure. */

/** The three strings around the two holes. */
export type Layout = readonly [string, string, string];

export type Blocks = { title: string; main: string };

/** The kept pages of one language, as the release delivers them. */
export type Pages = { layout: Layout; pages: Record<string, Blocks> };

/** The whole page. */
export function composePage(layout: Layout, { title, main }: Blocks): string {
  return layout[0] + title + layout[1] + main + layout[2];
}

/** The same headers on every page that is answered from the phone. */
export function composeAnswer(html: string, headers: Record<string, string>, status = 200): Response {
  return new Response(html, {
    status,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
}
