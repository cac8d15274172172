"""The app that gunicorn serves, with settings from the environment."""

from __future__ import annotations

import os
import sys

from backend import create_app
from backend.domain import keys
from backend.settings import WrongSetting, read

try:
    app = create_app(read(os.environ))
    with app.app_context():
        lacking = keys.lacking()
except WrongSetting as wrong:
    sys.exit(f"tiepsuc: {wrong}")
if lacking:
    sys.exit(
        f"tiepsuc: keys are missing: {', '.join(lacking)}. "
        "Put them into TIEPSUC_KEYS, or run `tiepsuc prepare`."
    )
