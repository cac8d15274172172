"""Read the bodies of calls: JSON, gzip accepted, and never more than a call can need."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import wraps
from json import JSONDecodeError
from typing import Any, TypeVar

import flask
from flask import abort, current_app, g, request
from webargs.core import missing, parse_json
from webargs.flaskparser import FlaskParser, is_json_request

View = TypeVar("View", bound=Callable[..., Any])
GZIP = 16 + zlib.MAX_WBITS


class BodyParser(FlaskParser):
    """A parser that unpacks gzip up to the limit of the call, and no further."""

    def _raw_load_json(self, req: flask.Request) -> Any:
        if not is_json_request(req):
            return missing
        try:
            return parse_json(_unpacked(req))
        except (JSONDecodeError, UnicodeDecodeError):
            raise  # said by webargs
        except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
            abort(400)


def at_most(*, sent: int, unpacked: int) -> Callable[[View], View]:
    """Let a call send more than others: so many bytes on the way, so many unpacked. Beyond it: 413."""

    def decorate(view: View) -> View:
        @wraps(view)
        def limited(*args: Any, **values: Any) -> Any:
            request.max_content_length, g.unpacked_max = sent, unpacked
            return view(*args, **values)

        return limited  # type: ignore[return-value]

    return decorate


def _unpacked(req: flask.Request) -> bytes:
    encoding = req.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding == "identity":
        return req.get_data(cache=True)
    if encoding != "gzip":
        abort(415)
    limit = g.get("unpacked_max", current_app.config["MAX_CONTENT_LENGTH"])
    inflating = zlib.decompressobj(GZIP)
    try:
        content = inflating.decompress(req.get_data(cache=True), limit + 1)
    except zlib.error:
        abort(400)
    if len(content) > limit:
        abort(413)
    if not inflating.eof or inflating.unused_data:
        abort(400)
    return content
