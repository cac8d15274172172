"""The API of a site with invented guides, communes and packs."""

from tests.backend.web.conftest import settings, site

__all__ = ["settings", "site"]
