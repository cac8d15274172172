"""Every screen that a person can come to, each with the way to it: for axe, narrow phones and pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.e2e import acts, form_screens, people_screens, work_screens
from tests.e2e.bad_link import BadLink
from tests.e2e.server import Server
from tests.factories import strange_guides

GUIDE = "guides/1.001193"
COMMUNE = "communes/17728"
PACK = "ho-tich"


@dataclass(frozen=True)
class Visit:
    """A page of a browser, the road to the server, the server, and the language of the visit."""

    page: Page
    link: BadLink
    server: Server
    lang: str = "vi"

    def open(self, path: str = "") -> Page:
        """Open a page and wait until its scripts have run and the status line has met the server."""
        self.page.goto(f"{self.link.address}/{self.lang}/{path}")
        expect(acts.signal(self.page)).to_have_attribute("data-state", "online")
        return self.page


Screen = Callable[[Visit], None]


def _at(path: str) -> Screen:
    def show(visit: Visit) -> None:
        visit.open(path)

    return show


def _search(vietnamese: str, english: str, state: str) -> Screen:
    def show(visit: Visit) -> None:
        page = visit.open()
        page.locator('[data-ref="search-box.input"]').fill(vietnamese if visit.lang == "vi" else english)
        expect(page.locator(f'[data-ref="search-box.outcome"] > [data-state="{state}"]')).to_be_visible()

    return show


def recent(visit: Visit) -> None:
    """Show home with what was read last."""
    for code in ("1.004194", "2.000635", "1.001193"):
        expect(visit.open(f"guides/{code}").locator('[data-part="print-page"]')).to_be_visible()
    expect(visit.open().locator('[data-part="recent-list"]')).to_be_visible()


def papers(visit: Visit) -> None:
    """Show the papers of a guide: a case chosen, one paper ticked."""
    page = visit.open(GUIDE)
    page.locator('[data-ref="cases.answer"]').first.check()
    page.locator('[data-ref="checklist.tick"]:visible').nth(1).check()
    page.locator("#papers").evaluate("section => section.scrollIntoView()")


def phone(visit: Visit) -> None:
    """Show "Trên máy này" with nothing on it, and all that there is."""
    expect(visit.open("phone").locator('[data-stamped="not-kept"]').first).to_be_visible()


def phone_kept(visit: Visit) -> None:
    """Show "Trên máy này" with two packs on it."""
    acts.keep_packs(visit.page, visit.open("phone").url, PACK, "chung-thuc")
    visit.page.evaluate("scrollTo(0, 0)")


def phone_loading(visit: Visit) -> None:
    """Show one pack on the phone and one that is on its way, slowly."""
    acts.keep_packs(visit.page, visit.open("phone").url, "chung-thuc")
    visit.link.speed = 2_000
    acts.fetch_pack(visit.page, PACK)
    visit.page.wait_for_function(HALF_HERE, arg=PACK)
    visit.link.spoil("stall")
    visit.link.speed = 1


HALF_HERE = "(pack) => document.querySelector(`[data-key=${pack}] progress`)?.value > 40"


def phone_failed(visit: Visit) -> None:
    """Show a download that arrived damaged, and one that met no signal."""
    visit.open("phone")
    visit.link.spoil("change", "/offline/files/")
    acts.fetch_pack(visit.page, PACK)
    acts.expect_pack(visit.page, PACK, "failed-changed")
    visit.link.spoil("refuse", "/offline/files/")
    acts.fetch_pack(visit.page, "chung-thuc")
    acts.expect_pack(visit.page, "chung-thuc", "failed-network")


def phone_asking(visit: Visit) -> None:
    """Show the question before a pack is removed."""
    acts.keep_packs(visit.page, visit.open("phone").url, PACK)
    acts.pack_row(visit.page, PACK).locator('[data-ref="pack-list.remove"]').click()
    expect(visit.page.locator("dialog")).to_be_visible()


def chosen_commune(visit: Visit) -> None:
    """Show the page of the commune that was chosen."""
    acts.choose_commune(visit.page, visit.open(COMMUNE).url)
    visit.page.evaluate("scrollTo(0, 0)")


def _notice(part: str, state: str) -> Screen:
    def show(visit: Visit) -> None:
        visit.open(GUIDE).evaluate(SHOW_NOTICE, [part, state])

    return show


SHOW_NOTICE = """([part, state]) => {
  const notice = document.querySelector(`[data-part="${part}"]`);
  notice.hidden = false;
  for (const words of notice.querySelectorAll('[data-state]')) words.hidden = words.dataset.state !== state;
}"""
"""What makes these notices appear has tests of its own; here they are only looked at."""


def _of_own_work(show_work: Callable[[work_screens.Work], None]) -> Screen:
    def show(visit: Visit) -> None:
        show_work(work_screens.Work(visit.page, visit.link, visit.lang))

    return show


def _of_people(show_page: people_screens.Show) -> Screen:
    def show(visit: Visit) -> None:
        show_page(visit.page, f"{visit.link.address}/{visit.lang}", visit.server)
        expect(acts.signal(visit.page)).to_have_attribute("data-state", "online")

    return show


SCREENS: dict[str, Screen] = {
    "home": _at(""),
    "home-recent": recent,
    "results": _search("dang ky ket hon", "certified copy", "results"),
    "ask-back": _search("khai sinh", "khai sinh", "ask"),
    "not-found": _search("qwzx", "qwzx", "none"),
    "guide": _at(GUIDE),
    "guide-papers": papers,
    "guide-imported": _at(f"guides/{strange_guides.LONG}"),
    "guide-name-only": _at(f"guides/{strange_guides.NAME_ONLY}"),
    "guide-replaced": _at(f"guides/{strange_guides.REPLACED}"),
    "sectors": _at("sectors/"),
    "sector": _at(f"sectors/{PACK}"),
    "life-events": _at("life-events/"),
    "life-event": _at("life-events/sinh-con"),
    "communes": _at("communes/"),
    "communes-found": _at("communes/search?q=thanh+chuong"),
    "communes-none": _at("communes/search?q=qwzx"),
    "province": _at("provinces/01"),
    "commune": _at(COMMUNE),
    "commune-chosen": chosen_commune,
    "phone": phone,
    "phone-kept": phone_kept,
    "phone-loading": phone_loading,
    "phone-failed": phone_failed,
    "phone-asking": phone_asking,
    "help": _at("help"),
    "not-kept": _at("not-kept"),
    "error": _at("guides/9.999999"),
    "update": _notice("update-notice", "switch"),
    "old-browser": _notice("old-browser", "insecure"),
    "drafts-none": _at("drafts"),
    "outbox-none": _at("outbox"),
    "receipts": _at("receipts"),
    **{name: _of_people(show) for name, show in people_screens.SCREENS.items()},
    **{name: _of_own_work(show) for name, show in (form_screens.SCREENS | work_screens.SCREENS).items()},
}
