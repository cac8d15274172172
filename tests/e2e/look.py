"""How a phone is set when a screen is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.e2e.bad_link import BadLink
from tests.e2e.browser import PHONE
from tests.e2e.screens import SCREENS, Visit
from tests.e2e.server import Server


@dataclass(frozen=True)
class Look:
    """Language, dark or light, text size, and the screen in CSS pixels."""

    lang: str = "vi"
    dark: bool = False
    big: bool = False
    width: int = PHONE["width"]
    height: int = PHONE["height"]
    scale: float = 2


@contextmanager
def looked_at(browser: Browser, server: Server, screen: str, look: Look) -> Iterator[Page]:
    """Bring a fresh browser to a screen."""
    context = browser.new_context(
        viewport={"width": look.width, "height": look.height},
        device_scale_factor=look.scale,
        is_mobile=look.width < 600,
        has_touch=True,
        color_scheme="dark" if look.dark else "light",
        reduced_motion="reduce",
        locale="vi-VN",
        service_workers="block",
    )
    context.set_default_timeout(15_000)
    if look.big:
        context.add_init_script("localStorage.setItem('tiepsuc.text', 'big')")
    link = BadLink(server.port)
    try:
        page = context.new_page()
        SCREENS[screen](Visit(page, link, server, look.lang))
        yield page
    finally:
        link.close()
        context.close()
