"""List the packs that a phone can download."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backend.domain import packs as domain
from backend.web import access
from backend.web.api._blueprint import Blueprint
from backend.web.api._record_schema import schema_of

packs = Blueprint("packs", __name__, description="Packs of guides for phones")


@dataclass(frozen=True)
class PackOnOffer(domain.Pack):
    """One pack with the address of its file, which never changes its content."""

    url: str


@packs.get("/packs")
@access.anyone
@packs.etag
@packs.response(200, schema_of(PackOnOffer)(many=True))
def list_packs() -> Any:
    """List the packs on offer in every language."""
    return [PackOnOffer(**vars(pack), url=f"/offline/files/{pack.sha256}") for pack in domain.on_offer()]
