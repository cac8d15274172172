/** One part of the form at a time: which one is shown, how far one is, the list of all parts. */
import { given, ref, refs, tapped } from '../page/refs.ts';
import { fill, showState } from '../page/stamp.ts';

/** What the list of parts says of one part. */
export type Standing = { state: 'done' | 'open' | 'returned' | 'none'; count: number };

export type Sections = {
  /** The part that is shown. */
  current(): string;
  /** The parts that are asked in this case, in order. */
  asked(): readonly string[];
  /** Show a part; with `focus`, its heading takes the focus. */
  show(id: string, focus: boolean): void;
  /** Leave out the parts that are not asked. */
  setAsked(ids: ReadonlySet<string>): void;
  /** Say in the list how each part stands. */
  setStanding(standing: (id: string) => Standing): void;
};

/** `go` is called with the part that a person chooses from the list. */
export function formSections(article: HTMLElement, go: (id: string) => void): Sections {
  const sections = refs(article, 'form-sections.section');
  const order = sections.map((section) => given(section, 'id'));
  let asked = order;
  let current = order[0] ?? '';
  const toggle = ref(article, 'form-sections.toggle');
  const overview = ref(article, 'form-sections.overview');
  const open = (wanted: boolean) => {
    overview.hidden = !wanted;
    toggle.setAttribute('aria-expanded', String(wanted));
  };
  const draw = () => {
    const place = asked.indexOf(current);
    for (const section of sections) section.hidden = section.dataset['id'] !== current;
    for (const words of refs(article, 'form-sections.place')) {
      fill(words, { number: place + 1, total: asked.length });
    }
    for (const bar of ref(article, 'form-sections.bars').children) {
      const at = asked.indexOf((bar as HTMLElement).dataset['id'] ?? '');
      (bar as HTMLElement).hidden = at < 0;
      (bar as HTMLElement).dataset['at'] = at < place ? 'past' : at === place ? 'here' : 'ahead';
    }
    for (const entry of refs(article, 'form-sections.entry')) {
      entry.hidden = !asked.includes(given(entry, 'key'));
      const button = ref(entry, 'form-sections.go');
      if (entry.dataset['key'] === current) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    }
    ref(article, 'form-sections.first').hidden = place > 0;
  };

  article.dataset['paged'] = '';
  toggle.hidden = false;
  ref(article, 'form-sections.bars').hidden = false;
  toggle.addEventListener('click', () => open(Boolean(overview.hidden)));
  overview.addEventListener('click', (event) => {
    const id = tapped(event, 'form-sections.go');
    if (id) go(id);
  });
  return {
    current: () => current,
    asked: () => asked,
    show(id, focus) {
      current = asked.includes(id) ? id : (asked[0] ?? '');
      open(false);
      draw();
      if (!focus) return;
      scrollTo(0, 0);
      article.querySelector<HTMLElement>(`#t-${CSS.escape(current)}`)?.focus({ preventScroll: true });
    },
    setAsked(ids) {
      asked = order.filter((id) => ids.has(id));
      if (!asked.includes(current)) current = asked[0] ?? '';
      draw();
    },
    setStanding(standing) {
      for (const entry of refs(article, 'form-sections.entry')) {
        const { state, count } = standing(given(entry, 'key'));
        showState(entry, state);
        fill(entry, { count });
      }
    },
  };
}
