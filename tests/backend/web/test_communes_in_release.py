"""A release carries the communes of the home province, so that one can be chosen without signal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from flask import Flask

from backend.domain import communes, releases
from backend.settings import Settings
from backend.web import release
from tests.conftest import opened
from tests.factories.communes import FAR, commune, former_unit, units


@pytest.fixture
def built(settings: Settings) -> Iterator[Flask]:
    """Give an app with a release, two communes at home and one elsewhere."""
    known = (commune(), commune("16002", "Phường Bến Sim"), commune("00001", province=FAR))
    former = (
        former_unit("Xã Một", district="Huyện Cũ"),
        former_unit("Xã Hai"),
        former_unit("Xã Ba"),
    )
    for app in opened(settings):
        communes.load_units(units(*known, former=former))
        release.build_release()
        yield app


def test_each_stands_with_the_district_that_most_of_it_was_in(built: Flask) -> None:
    assert built.test_client().get("/offline/communes").json == [
        ["16002", "Phường Bến Sim", ""],
        ["16001", "Xã Đồi Cọ", "Huyện Suối Reo"],
    ]


def test_the_worker_installs_exactly_what_the_server_gives(built: Flask) -> None:
    current = releases.current()
    assert current is not None
    (entry,) = (file for file in current.manifest["files"] if file["kind"] == "communes")
    answer = built.test_client().get(entry["url"])
    assert (hashlib.sha256(answer.data).hexdigest(), len(answer.data)) == (entry["sha256"], entry["bytes"])


def test_before_the_first_release_the_list_is_made_anew(app: Flask) -> None:
    communes.load_units(units())
    assert app.test_client().get("/offline/communes").json == [["16001", "Xã Đồi Cọ", ""]]
