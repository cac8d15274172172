"""Pages of communes: found by old and new names without scripts, and honest about what is missing."""

from __future__ import annotations

import pytest
from flask import Flask

from backend.domain.communes import keep_values, load_units
from backend.formats.units_files import read_units
from tests.factories.communes import value
from tests.page_client import Page, PageClient


@pytest.fixture(autouse=True)
def _country(app: Flask) -> None:
    load_units(read_units())


def hrefs(page: Page, prefix: str) -> list[str]:
    """Give the addresses of a kind in the order of the page."""
    links = (link.attributes.get("href") or "" for link in page.all("a", class_="row"))
    return [href for href in links if href.startswith(prefix)]


def test_the_130_of_nghe_an_stand_first_and_other_provinces_are_links(client: PageClient) -> None:
    page = client.get("/vi/communes/")
    communes = hrefs(page, "/vi/communes/")
    assert (len(communes), communes[0]) == (130, "/vi/communes/17479")
    assert len(hrefs(page, "/vi/provinces/")) == 33


def test_an_ambiguous_name_offers_both_and_chooses_none(client: PageClient) -> None:
    page = client.get("/vi/communes/?q=nghi+van")
    assert hrefs(page, "/vi/communes/")[:2] == ["/vi/communes/17827", "/vi/communes/17854"]
    assert "xã Nghi Vạn" in page.text
    assert "xã Nghi Văn" in page.text
    assert not page.all("input", type="radio")


def test_the_form_asks_under_an_address_that_no_phone_keeps(client: PageClient) -> None:
    form = client.get("/vi/communes/").one("form", role="search")
    assert (form.attributes["action"], form.attributes["method"]) == ("/vi/communes/search", "get")
    assert hrefs(client.get("/vi/communes/search?q=hung+chinh"), "/vi/communes/")[0] == "/vi/communes/16681"


def test_a_name_that_no_unit_has_is_said_and_the_lists_are_one_tap_away(client: PageClient) -> None:
    page = client.get("/en/communes/?q=khong+co+xa+nay")
    assert "No unit of this name" in page.text
    assert hrefs(page, "/en/communes/") == ["/en/communes/"]
    assert len(hrefs(page, "/en/provinces/")) == 33


@pytest.mark.parametrize("query", ["%3Cscript%3E", "%00", "a" * 5000, "%F0%9F%8C%BE", "%25%27%22"])
def test_odd_queries_are_answered(client: PageClient, query: str) -> None:
    assert "<script>" not in client.get(f"/vi/communes/?q={query}").one("main").text


def test_rows_carry_the_folded_words_that_they_do_not_show(client: PageClient) -> None:
    rows = client.get("/vi/communes/").all("li", data_ref="filter-list.row")
    assert len(rows) == 130
    row = next(row for row in rows if "Na Ngoi" in row.text)
    assert "Nậm Càn" in row.text
    assert {"ky", "son"} <= set((row.attributes["data-words"] or "").split())


def test_a_commune_says_what_it_was_formed_from(client: PageClient) -> None:
    page = client.get("/vi/communes/17728")
    assert page.one("h1").text == "Xã Cát Ngạn"
    assert "xã Cát Văn, xã Minh Sơn, xã Phong Thịnh" in page.text
    assert "huyện Thanh Chương" in page.text


def test_what_is_not_known_is_said(client: PageClient) -> None:
    page = client.get("/en/communes/17728")
    for words in ("The place is not known yet", "No opening hours yet", "No phone number yet"):
        assert words in page.text
    assert "has not told us its own times and fees" in page.text


def test_values_stand_with_source_and_day(client: PageClient) -> None:
    keep_values(
        "17728", [value("hours", "7:30-11:30"), value("time:1.999001", "5 ngày", stated_on="2026-07")]
    )
    page = client.get("/vi/communes/17728")
    assert "7:30-11:30" in page.text
    assert "5 ngày" in page.text
    assert page.text.count("Bảng niêm yết") == 2
    assert "2026" in page.text
    assert hrefs(page, "/vi/guides/") == ["/vi/guides/1.999001"]


def test_the_page_of_a_commune_can_be_kept_by_a_script_only(client: PageClient) -> None:
    page = client.get("/vi/communes/17728")
    assert page.one("article", data_part="choose-commune").attributes["data-code"] == "17728"
    assert "hidden" in page.one("button", data_ref="choose-commune.choose").attributes


def test_former_names_elsewhere_are_shown_as_the_source_writes_them(client: PageClient) -> None:
    assert "xãtamđàn" in client.get("/en/communes/20364").text


def test_an_island_district_without_communes_is_named(client: PageClient) -> None:
    assert "huyencondao" in client.get("/en/communes/26732").text


def test_a_province_lists_its_units(client: PageClient) -> None:
    page = client.get("/vi/provinces/01")
    assert page.one("h1").text == "Thành phố Hà Nội"
    assert len(hrefs(page, "/vi/communes/")) == 126


@pytest.mark.parametrize(
    "path", ["/vi/communes/99999", "/vi/communes/1.001193", "/en/provinces/99", "/vi/provinces/1"]
)
def test_an_unknown_unit_is_a_page_in_plain_words(client: PageClient, path: str) -> None:
    client.get(path, status=404)
