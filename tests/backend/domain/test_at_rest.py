"""What is locked opens for its own row only, with the key it was locked with."""

from __future__ import annotations

import pytest
from flask import Flask

from backend.domain import keys
from backend.domain.at_rest import keyed_hash, keyed_hashes, lock, unlock
from backend.domain.errors import Code, Refusal
from backend.domain.keys import Purpose
from backend.storage import key_files

WORDS = "Lò Thị Thử".encode()


def refused(table: str, row: str, locked: bytes) -> Code:
    with pytest.raises(Refusal) as refusal:
        unlock(table, row, locked)
    return refusal.value.code


def test_it_opens_for_its_own_row_only(app: Flask) -> None:
    locked = lock("submissions", "a", WORDS)
    assert WORDS not in locked
    assert unlock("submissions", "a", locked) == WORDS
    assert refused("submissions", "b", locked) is Code.CONTENT_DAMAGED
    assert refused("drafts", "a", locked) is Code.CONTENT_DAMAGED


def test_the_same_content_looks_different_each_time(app: Flask) -> None:
    assert lock("submissions", "a", WORDS) != lock("submissions", "a", WORDS)


@pytest.mark.parametrize("place", [16, 28, -1])
def test_a_changed_bit_is_noticed(app: Flask, place: int) -> None:
    locked = bytearray(lock("submissions", "a", WORDS))
    locked[place] ^= 1
    assert refused("submissions", "a", bytes(locked)) is Code.CONTENT_DAMAGED


@pytest.mark.parametrize("length", [0, 10, 16, 20, 30])
def test_cut_content_is_refused(app: Flask, length: int) -> None:
    cut = lock("submissions", "a", WORDS)[:length]
    assert refused("submissions", "a", cut) in (Code.CONTENT_DAMAGED, Code.KEY_LOST)


def test_what_was_locked_before_a_rotation_still_opens(app: Flask) -> None:
    before = lock("submissions", "a", WORDS)
    key = keys.rotate(Purpose.REST)
    assert unlock("submissions", "a", before) == WORDS
    assert lock("submissions", "a", WORDS)[:16].decode() == key.kid


def test_a_lost_key_is_named(app: Flask) -> None:
    locked = lock("submissions", "a", WORDS)
    for name in key_files.names():
        (key_files.folder() / name).unlink()
    assert refused("submissions", "a", locked) is Code.KEY_LOST


def test_a_hash_is_found_again_after_a_rotation(app: Flask) -> None:
    before = keyed_hash("phone", "0912345678")
    assert keyed_hash("name", "0912345678") != before
    keys.rotate(Purpose.HASH)
    assert keyed_hash("phone", "0912345678") != before
    assert keyed_hashes("phone", "0912345678") == (keyed_hash("phone", "0912345678"), before)
