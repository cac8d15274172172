"""A release carries the public keys, so that a phone can seal and check without signal."""

from __future__ import annotations

import hashlib
from typing import Any

from flask import Flask

from backend.commands.offline import build_offline
from backend.domain import keys, releases
from backend.domain.keys import Purpose


def listed(site: Flask) -> dict[str, Any]:
    """Give the keys' entry of the release that is served."""
    current = releases.current()
    assert current is not None
    (entry,) = (file for file in current.manifest["files"] if file["kind"] == "keys")
    return dict(entry)


def test_the_worker_installs_exactly_what_the_server_gives(site: Flask) -> None:
    entry, answer = listed(site), site.test_client().get("/offline/keys")
    assert entry["url"] == "/offline/keys"
    assert answer.json == keys.published()
    assert (hashlib.sha256(answer.data).hexdigest(), len(answer.data)) == (entry["sha256"], entry["bytes"])
    again = site.test_client().get("/offline/keys", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_a_rotation_is_a_new_release(site: Flask) -> None:
    before, said = listed(site), []
    build_offline(say=said.append)
    keys.rotate(Purpose.RECEIPT)
    assert site.test_client().get("/offline/keys").json != keys.published()
    build_offline(say=said.append)
    assert listed(site)["sha256"] != before["sha256"]
    assert site.test_client().get("/offline/keys").json == keys.published()
    assert "new" in str(said[-1])


def test_keys_that_phones_never_see_make_no_release(site: Flask) -> None:
    build_offline(say=lambda _: None)
    first = releases.current()
    keys.rotate(Purpose.REST)
    keys.rotate(Purpose.HASH)
    build_offline(say=lambda _: None)
    assert releases.current() == first
