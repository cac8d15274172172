"""Ask axe what is wrong with a page, and look for what axe does not see: cut text, small targets."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from backend.settings import ROOT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """async (rules) => {
  const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: rules } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${target.join(' ')}: ${failureSummary.replaceAll('\\n', ' ')}`));
}"""

FLAWS = """(least) => {
  const found = [];
  const root = document.documentElement;
  const words = (element) => (element.textContent || element.ariaLabel || '').trim().slice(0, 40);
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className} “${words(element)}”`;
  const seen = (element) => element.checkVisibility() && !element.closest('.unseen, template');
  const modal = document.querySelector('dialog[open]');
  const all = [...(modal ?? document.body).querySelectorAll('*')].filter(seen);

  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`);
  for (const element of document.querySelectorAll('[hidden]')) {
    if (element.checkVisibility()) found.push(`hidden is visible: ${name(element)}`);
  }
  for (const element of all) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push(`out of the screen: ${name(element)}`);
    if (parseFloat(style.fontSize) < 15) found.push(`${style.fontSize}: ${name(element)}`);
    const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const tooWide = element.scrollWidth > element.clientWidth + 1;
    const tooHigh = element.scrollHeight > element.clientHeight + 1;
    if (clips && (tooWide || tooHigh)) found.push(`cut: ${name(element)}`);
  }
  const targets = 'a[href], button, input, select, textarea, summary';
  for (const target of all.filter((element) => element.matches(targets))) {
    const whole = target.closest('label') ?? target;
    const { width, height } = whole.getBoundingClientRect();
    const inSentence = target.matches('a') && getComputedStyle(target).display === 'inline' &&
      target.parentElement.textContent.trim() !== target.textContent.trim();
    const after = parseFloat(getComputedStyle(target, '::after').height) || 0;
    if (!inSentence && Math.min(width, Math.max(height, after)) < least - 0.5) {
      found.push(`target of ${Math.round(width)}×${Math.round(height)}: ${name(target)}`);
    }
  }
  // On a low screen (the keyboard is open, the page is zoomed) the action stands in the page's flow.
  const main = '.act .main-action:not([hidden]), [data-ref="search-box.input"]';
  const act = innerHeight < 480 || modal ? null : document.querySelector(main);
  if (act?.checkVisibility() && scrollY === 0) {
    const { top, bottom } = act.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) found.push(`not on the first screen: ${name(act)}`);
  }
  return found;
}"""
"""Exempt by the design: a link inside a sentence. The status line counts with its 48 px of hit area."""


@cache
def _source() -> str:
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Give what axe finds against WCAG 2.2 AA and its best practices.

    The screen is made as high as the page: a row half under a sticky bar is not a small target.
    """
    size = page.viewport_size or {"width": 360, "height": 740}
    page.set_viewport_size({"width": size["width"], "height": page.evaluate("document.body.scrollHeight")})
    page.evaluate(_source())
    found: list[Any] = page.evaluate(RUN, RULES)
    return [str(one) for one in found]


def flaws(page: Page, *, least: int = 48) -> list[str]:
    """Give what a finger or an old pair of eyes would stumble over; `least` is the smallest target."""
    found: list[Any] = page.evaluate(FLAWS, least)
    return [str(one) for one in found]
