"""The app that gunicorn serves, with settings from the environment."""

from __future__ import annotations

import os
import sys

from backend import create_app
from backend.settings import WrongSetting, read

try:
    app = create_app(read(os.environ))
except WrongSetting as wrong:
    sys.exit(f"tiepsuc: {wrong}")
