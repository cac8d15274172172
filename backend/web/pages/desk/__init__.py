"""The desk: its queue, one dossier, the portal sheet. Online only; no phone keeps any of it."""

from backend.web.pages.desk import dossier, portal, queue

__all__ = ["dossier", "portal", "queue"]
