"""The wire of a submission, format 1: what travels in clear around the seal."""

from __future__ import annotations

import hashlib
from typing import Any

from marshmallow import Schema, fields, post_load, validate

from backend.domain.sealing import SEALED_MAX
from backend.domain.submissions import Clear, SentFile
from backend.web.api._sent_body import SentBody, canonical
from backend.web.api._wire_fields import FILES_MAX, SHA256, moment, uuid

FILE_MAX = 5_000_000
JWE = r"\A[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\Z"


class FileSchema(Schema):
    """A file that belongs to the submission and travels alone: the hash is that of its encrypted bytes."""

    id = uuid(required=True)
    size = fields.Integer(required=True, strict=True, validate=validate.Range(1, FILE_MAX))
    sha256 = fields.String(required=True, validate=SHA256)


class SubmissionSchema(Schema):
    """One submission. The same bytes under the same id may be sent again and again."""

    format = fields.Integer(required=True, strict=True, validate=validate.Range(1, 1_000))
    form_id = fields.String(required=True, validate=validate.Regexp(r"\A[a-z0-9-]{1,40}\Z"))
    form_version = fields.Integer(required=True, strict=True, validate=validate.Range(1, 100_000))
    commune_code = fields.String(required=True, validate=validate.Regexp(r"\A[0-9]{5}\Z"))
    captured_at = moment(required=True)
    app_release = fields.String(required=True, validate=validate.Regexp(r"\A([0-9a-f]{16})?\Z"))
    incomplete = fields.Boolean(required=True, truthy={True}, falsy={False})
    replaces = uuid()
    files = fields.List(fields.Nested(FileSchema), required=True, validate=validate.Length(max=FILES_MAX))
    kept_files = fields.List(uuid(), required=True, validate=validate.Length(max=FILES_MAX))
    sealed = fields.String(
        required=True,
        validate=[validate.Length(max=SEALED_MAX), validate.Regexp(JWE)],
        metadata={"description": "JWE compact: ECDH-ES on P-256, A256GCM, DEF, to a key of /keys."},
    )

    @post_load(pass_original=True)
    def make(self, values: dict[str, Any], original: dict[str, Any], **_: Any) -> SentBody:
        """Give the body as a value. Its hash is that of its canonical JSON, however it was written."""
        sealed = values.pop("sealed")
        files = tuple(SentFile(**file) for file in values.pop("files"))
        kept_files = tuple(values.pop("kept_files"))
        clear = Clear(**values, files=files, kept_files=kept_files)
        return SentBody(clear, sealed, hashlib.sha256(canonical(original).encode()).hexdigest())
