"""What a phone fetches to work without signal: worker, release and pack files, commune values."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import brotli
from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from backend.domain import communes, keys, releases
from backend.domain.errors import Code, missing
from backend.web import access, headers
from backend.web.commune_file import commune_file
from backend.web.home_communes import home_communes

offline = Blueprint("offline", __name__)
FOR_EVER = "public, max-age=31536000, immutable"


@offline.get("/service-worker.js")
@access.anyone
def worker() -> ResponseReturnValue:
    """Give the worker with its release in front: another release is another script."""
    release = releases.current()
    if release is None:
        raise missing(Code.RELEASE_NOT_FOUND)
    script = brotli.decompress(releases.file(release.manifest["worker"])).decode()
    manifest = json.dumps(release.manifest, separators=(",", ":"))
    response = Response(f"self.RELEASE={manifest};\n{script}")
    response.content_type = "text/javascript; charset=utf-8"
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Security-Policy"] = headers.WORKER_POLICY
    return response


@offline.get("/offline/release")
@access.anyone
def release() -> ResponseReturnValue:
    """Say which release is served; phones ask to see whether they reach us."""
    chosen = releases.current()
    if chosen is None:
        raise missing(Code.RELEASE_NOT_FOUND)
    return {"id": chosen.id}, {"Cache-Control": "no-store"}


@offline.get("/offline/catalogue")
@access.anyone
def catalogue() -> ResponseReturnValue:
    """Give the catalogue of the release that is served; a worker answers with its own release's."""
    chosen = releases.current()
    if chosen is None:
        raise missing(Code.RELEASE_NOT_FOUND)
    sha256 = next(listed["sha256"] for listed in chosen.manifest["files"] if listed["kind"] == "catalogue")
    return _file(sha256, "no-cache")


@offline.get("/offline/keys")
@access.anyone
def public_keys() -> ResponseReturnValue:
    """Give the public keys of the release that is served, or of now where it has none."""
    return _of_release("keys", keys.published)


@offline.get("/offline/communes")
@access.anyone
def communes_of_home() -> ResponseReturnValue:
    """Give the communes of the home province, to choose from: code, name, former district."""
    return _of_release("communes", home_communes)


@offline.get("/offline/files/<sha256>")
@access.anyone
def file(sha256: str) -> ResponseReturnValue:
    """Give a file of a release or pack."""
    return _file(sha256, FOR_EVER)


@offline.get("/offline/communes/<code>")
@access.anyone
def commune(code: str) -> ResponseReturnValue:
    """Give the pages and values of one commune, to keep on the phone."""
    response = jsonify(commune_file(communes.find(code)))
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return _unless_known(response)


def _of_release(kind: str, fresh: Callable[[], Any]) -> Response:
    """Give a file of the release that is served, or what it would hold now where it has none."""
    chosen = releases.current()
    listed = chosen.manifest["files"] if chosen else ()
    sha256 = next((file["sha256"] for file in listed if file["kind"] == kind), None)
    if sha256 is not None:
        return _file(sha256, "no-cache")
    response = jsonify(fresh())
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return _unless_known(response)


def _file(sha256: str, cache_control: str) -> Response:
    """Give a kept file; it was compressed when it was built."""
    compressed = releases.file(sha256)
    response = Response(content_type="application/json")
    response.headers["Cache-Control"] = cache_control
    response.headers["Vary"] = "Accept-Encoding"
    response.set_etag(sha256)
    if request.accept_encodings["br"]:
        response.headers["Content-Encoding"] = "br"
        response.set_data(compressed)
    else:
        response.set_data(brotli.decompress(compressed))
    return _unless_known(response)


def _unless_known(response: Response) -> Response:
    """Answer 304 when the asker has these bytes already."""
    response.make_conditional(request)
    return response
