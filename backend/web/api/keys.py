"""Publish the keys that phones seal to and check receipts with."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from backend.domain import keys as domain
from backend.web import access
from backend.web.api._blueprint import Blueprint

keys = Blueprint("keys", __name__, description="Public keys")


class PublicKeySchema(Schema):
    """One key on P-256 (RFC 7517)."""

    kty = fields.String(required=True)
    crv = fields.String(required=True)
    x = fields.String(required=True)
    y = fields.String(required=True)
    kid = fields.String(required=True)


class KeysSchema(Schema):
    """The key to seal to, and those that verify receipts: the newest first, retired ones for five years."""

    seal = fields.List(fields.Nested(PublicKeySchema), required=True)
    receipt = fields.List(fields.Nested(PublicKeySchema), required=True)


@keys.get("/keys")
@access.anyone
@keys.etag
@keys.refuses(503)
@keys.response(200, KeysSchema)
def list_keys() -> Any:
    """Give the keys of now. `/offline/keys` gives those of the release, which may be older."""
    return domain.published()
