"""Forms: published once and never changed, found by id and version, withdrawn when they are wrong."""

from backend.domain.forms._find import (
    PublishedForm,
    find,
    find_published,
    latest,
    latest_for_guide,
    published,
    state,
    usable,
)
from backend.domain.forms._publish import publish, withdraw
from backend.domain.forms._rules import operand_of, rules_of
from backend.domain.forms._secrets import refuse_secrets
from backend.domain.forms.record import Form, FormSummary, Withdrawal

__all__ = [
    "Form",
    "FormSummary",
    "PublishedForm",
    "Withdrawal",
    "find",
    "find_published",
    "latest",
    "latest_for_guide",
    "operand_of",
    "publish",
    "published",
    "refuse_secrets",
    "rules_of",
    "state",
    "usable",
    "withdraw",
]
