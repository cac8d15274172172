"""Home answers a search without scripts, and is the same page for everyone."""

from __future__ import annotations

import pytest
from flask import Flask

from backend.domain import guides
from backend.domain.guides.record import Origin
from tests.factories.guide import guide
from tests.page_client import PageClient


@pytest.fixture(autouse=True)
def _guides(app: Flask) -> None:
    guides.bring_in([guide("1.900001", name={"vi": "Đăng ký khai sinh"})], "written")
    guides.bring_in(
        [guide("1.900002", name={"vi": "Cấp lại giấy phép lò gạch"}, origin=Origin.CATALOGUE)], "catalogue"
    )


def found(client: PageClient, query: str) -> list[str | None]:
    """Give the addresses that the server answers with."""
    page = client.get(f"/vi/?q={query}")
    rows = [link.attributes.get("href") for link in page.all("a", class_="row")]
    return [row for row in rows if row and "/guides/" in row]


@pytest.mark.parametrize("query", ["khai sinh", "dang ky khai sinh", "1.900001"])
def test_the_server_finds_without_scripts(client: PageClient, query: str) -> None:
    assert found(client, query)[0] == "/vi/guides/1.900001"


def test_a_guide_known_by_name_only_says_so_in_the_list(client: PageClient) -> None:
    assert "Chưa có nội dung, xem trên Cổng" in client.get("/vi/?q=lo gach").text


def test_nothing_found_says_what_to_do(client: PageClient) -> None:
    page = client.get("/vi/?q=zzzzqqq")
    assert "Chưa có hướng dẫn" in page.one("div", data_ref="search-box.served").text
    assert found(client, "zzzzqqq") == []


def test_typed_words_come_back_escaped(client: PageClient) -> None:
    page = client.get("/vi/?q=%22%3E%3Cscript%3Ex%3C/script%3E")
    assert page.one("input", type="search").attributes["value"] == '"><script>x</script>'


def test_a_character_that_stands_between_our_blocks_may_be_typed(client: PageClient) -> None:
    assert "a\x1eb" in str(client.get("/vi/?q=a%1eb").one("input", type="search").attributes["value"])


def test_home_leads_only_to_occasions_and_groups_that_have_guides(client: PageClient) -> None:
    guides.bring_in([guide("1.900003", sector="Đất đai", life_events=("sinh-con",))], "written")
    hrefs = [link.attributes.get("href") or "" for link in client.get("/en/").all("a", class_="row")]
    named = {href for href in hrefs if href.startswith(("/en/life-events/s", "/en/sectors/"))}
    assert named == {"/en/life-events/sinh-con", "/en/sectors/", "/en/sectors/ho-tich", "/en/sectors/dat-dai"}
    assert not [href for href in hrefs if href.startswith("/en/life-events/c")]


@pytest.mark.parametrize(
    "path",
    ["sectors/", "sectors/ho-tich", "life-events/", "life-events/sinh-con", "phone", "help", "not-kept"],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_open_in_both_languages_and_lead_to_the_other(
    client: PageClient, language: str, path: str
) -> None:
    other = "en" if language == "vi" else "vi"
    page = client.get(f"/{language}/{path}")
    assert page.one("html").attributes["lang"] == language
    assert [link.attributes["href"] for link in page.all("a", hreflang=other)] == [f"/{other}/{path}"]


@pytest.mark.parametrize("path", ["sectors/none", "life-events/none", "guides/none", "none"])
def test_a_stale_bookmark_offers_the_search(client: PageClient, path: str) -> None:
    page = client.get(f"/vi/{path}", status=404)
    assert page.one("form", role="search").attributes["action"] == "/vi/"
