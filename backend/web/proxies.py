"""Who really asks, when proxies of ours stand in front: they tell it in `X-Forwarded-…`."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix


def set_up(app: Flask, count: int) -> None:
    """Believe as many proxies as the settings name; with none, whoever asks could claim any address."""
    if count:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
