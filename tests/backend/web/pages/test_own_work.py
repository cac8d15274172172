"""The pages about one's own work hold words only: what is true of a phone is shown by its scripts."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

import pytest
from flask import Flask

from backend.domain import forms
from tests.factories.form import published
from tests.page_client import Element, Page, PageClient

OWN = ("/vi/drafts", "/vi/outbox", "/vi/receipt", "/vi/check")
TOP = {"/vi/": "Tìm", "/vi/drafts": "Bản nháp", "/vi/outbox": "Gửi đi", "/vi/phone": "Trên máy"}


@pytest.mark.parametrize("path", OWN)
def test_every_word_about_a_submission_is_hidden_until_it_is_true(client: PageClient, path: str) -> None:
    page = client.get(path)
    main = page.elements[page.elements.index(page.one("main")) :]
    shown = [
        element
        for element in main
        if element.attributes.get("data-state") not in (None, "loading", "idle", "none", "unknown", "unsent")
        and "hidden" not in element.attributes
        and element.tag not in ("template", "span")
    ]
    assert shown == []


def test_tabs_stand_on_the_four_top_pages(client: PageClient) -> None:
    for path, word in TOP.items():
        page = client.get(path)
        links = [link for link in page.all("a") if link.attributes.get("href") in TOP and _is_tab(page, link)]
        assert [link.text.split(" :")[0] for link in links] == list(TOP.values())
        current = next(link for link in links if link.attributes.get("aria-current") == "page")
        assert current.text.startswith(word)
    for path in ("/vi/sectors/", "/vi/receipt", "/vi/check"):
        assert not client.get(path).all("ul", class_="tabs")


def test_sectors_and_communes_are_reached_from_home(client: PageClient) -> None:
    links = {link.attributes.get("href") for link in client.get("/vi/").all("a")}
    assert {"/vi/sectors/", "/vi/communes/", "/vi/help"} <= links


@pytest.mark.parametrize("path", ["/{}/", "/{}/drafts", "/{}/outbox", "/{}/receipt"])
def test_scripts_are_told_the_forms_by_name(app: Flask, client: PageClient, path: str) -> None:
    published(short_title={"vi": "Thử </script>", "en": "Trial"})
    forms.withdraw("thu", 1, "sai")
    for language, name in (("vi", "Thử </script>"), ("en", "Trial")):
        assert known_forms(client.get(path.format(language)))["thu/1"]["name"] == name


def test_a_check_answers_without_the_server(client: PageClient) -> None:
    page = client.get("/vi/check")
    form = page.one("form")
    assert form.attributes["action"] == "/vi/receipts"
    assert {(field.attributes["name"], field.attributes["type"]) for field in page.all("input")} == {
        ("code", "hidden"),
        ("secret", "hidden"),
    }


def known_forms(page: Page) -> Any:
    """Read what a page tells its scripts about forms."""
    html = page.html.partition('data-ref="known-forms.names">')[2].partition("</script>")[0]
    return json.loads(unescape(html))


def _is_tab(page: Page, link: Element) -> bool:
    return page.elements.index(link) > page.elements.index(page.one("ul", class_="tabs"))
