"""Tiếp Sức: guides, forms and drafts that work without signal. `create_app` wires the parts."""

from __future__ import annotations

from flask import Flask
from flask_compress import Compress

from backend import logs
from backend.settings import ROOT, Settings
from backend.storage import database, files, key_files
from backend.web import (
    access,
    assets,
    cross_site,
    errors,
    front_door,
    headers,
    health,
    language,
    limits,
    offline,
    page,
    proxies,
    signing_in,
)
from backend.web.api import create_api
from backend.web.pages import pages


def create_app(settings: Settings) -> Flask:
    """Give the app for these settings. Opens no connection; a local folder for files is made."""
    app = Flask(
        __name__,
        template_folder=str(ROOT / "templates"),
        static_folder=None,
        instance_path=str(settings.home),
    )
    app.config.from_mapping(settings.for_flask())
    app.extensions["settings"] = settings
    logs.set_up(app, settings.log_level)
    database.connect(app, migrations=str(ROOT / "backend" / "storage" / "migrations"))
    files.connect(app, settings.files_url)
    key_files.connect(app, settings.keys)
    language.set_up(app)
    headers.set_up(app)
    page.set_up(app)
    cross_site.set_up(app)
    signing_in.set_up(app)
    access.set_up(app)
    limits.set_up(app)
    app.register_blueprint(health.health)
    app.register_blueprint(front_door.front_door)
    app.register_blueprint(offline.offline)
    app.register_blueprint(pages)
    create_api(app)
    errors.set_up(app)
    Compress(app)
    assets.set_up(app, settings.dist)
    proxies.set_up(app, settings.proxies)
    return app
