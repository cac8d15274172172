"""What stands inside the seal of a submission, format 1."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, post_load, validate

from backend.domain.submissions import Author, ConsentGiven, Named, SealedContent
from backend.web.api._wire_fields import FILES_MAX, SHA256, moment, text, uuid

NOTE_MAX = 2_000


class NamedSchema(Schema):
    """A person by name and phone, taken out of the answers for lists at the desk."""

    name = text(500)
    phone = text(40)


class AuthorSchema(Schema):
    """Who typed the answers."""

    person = uuid()
    role = fields.String(required=True, validate=validate.Regexp(r"\A[a-z_]{1,32}\Z"))


class ConsentSchema(Schema):
    """One consent."""

    purpose = text(64, required=True)
    text_version = text(64, required=True)
    at = moment(required=True)
    method = fields.String(required=True, validate=validate.OneOf(["screen"]))
    recorded_by = uuid()


class SealedFileSchema(Schema):
    """The key of an encrypted file, and what it is of."""

    id = uuid(required=True)
    key = text(64, required=True)
    name = text(255, required=True)
    type = text(100, required=True)
    plain_sha256 = fields.String(required=True, validate=SHA256)
    item = text(64)
    page = fields.Integer(strict=True, validate=validate.Range(1, FILES_MAX))


class SealedContentSchema(Schema):
    """What stands inside the seal. Answers and papers are judged by the form, not here."""

    answers = fields.Dict(keys=fields.String(), required=True)
    papers = fields.Dict(keys=fields.String(), required=True)
    files = fields.List(
        fields.Nested(SealedFileSchema), required=True, validate=validate.Length(max=FILES_MAX)
    )
    applicant = fields.Nested(NamedSchema, required=True)
    subject = fields.Nested(NamedSchema, required=True)
    relation = text(200)
    author = fields.Nested(AuthorSchema, required=True)
    consents = fields.List(fields.Nested(ConsentSchema), required=True, validate=validate.Length(max=20))
    note = text(NOTE_MAX)
    time_zone = fields.String(required=True, validate=validate.Regexp(r"\A[A-Za-z0-9_+/-]{1,64}\Z"))

    @post_load(pass_original=True)
    def make(self, values: dict[str, Any], original: dict[str, Any], **_: Any) -> SealedContent:
        """Give the content as a value; moments stay as they were written."""
        return SealedContent(
            **values
            | {
                "files": tuple(values["files"]),
                "applicant": Named(**values["applicant"]),
                "subject": Named(**values["subject"]),
                "author": Author(**values["author"]),
                "consents": tuple(ConsentGiven(**consent) for consent in original["consents"]),
            }
        )
