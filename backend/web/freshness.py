"""Whether the password was typed lately enough to change what other people may do."""

from __future__ import annotations

from flask import current_app
from flask_security.utils import check_and_update_authn_fresh


def is_fresh() -> bool:
    """Tell whether the sign-in of the person asking is fresh; who goes on working stays so a while."""
    within = current_app.config["SECURITY_FRESHNESS"]
    return check_and_update_authn_fresh(within, current_app.config["SECURITY_FRESHNESS_GRACE_PERIOD"])
