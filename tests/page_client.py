"""A client that checks what every page must hold: type, title, one heading, unique ids, known hooks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask import Flask
from werkzeug.test import TestResponse


@dataclass
class Element:
    """One start tag and the words inside it."""

    tag: str
    attributes: dict[str, str | None]
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


class Page(HTMLParser):
    """A parsed page."""

    VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "use", "path", "circle", "rect", "line"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in self.VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag and all(element.attributes.get(n) == v for n, v in wanted.items())
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        (element,) = self.all(tag, **attributes)
        return element

    @property
    def text(self) -> str:
        return self.one("body").text


class PageClient:
    """Fetches pages and refuses those that break a rule."""

    def __init__(self, app: Flask) -> None:
        self.http = app.test_client()

    def get(self, path: str, status: int = 200) -> Page:
        response: TestResponse = self.http.get(path)
        assert response.status_code == status, (path, response.status_code, response.text[:300])
        assert response.content_type == "text/html; charset=utf-8"
        if not response.cache_control.no_store:  # personal pages say so; all others are the same for everyone
            assert "Set-Cookie" not in response.headers
            assert "Cookie" not in response.headers.get("Vary", "")
        page = Page(response.text)
        assert page.one("title").text.strip()
        assert len(page.all("h1")) == 1, path
        ids = Counter(e.attributes["id"] for e in page.elements if e.attributes.get("id"))
        assert not [name for name, count in ids.items() if count > 1], path
        assert not [e for e in page.elements if "style" in e.attributes or "onclick" in e.attributes]
        return page
