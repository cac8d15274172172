"""How gunicorn serves the app: few processes, many threads, so that slow phones do not block others."""

import os
import sys

from backend.settings import WrongSetting, read

try:
    settings = read(os.environ)
except WrongSetting as wrong:
    sys.exit(f"tiepsuc: {wrong}")

bind = f"{settings.host}:{settings.port}"
workers = 2
threads = 32
worker_class = "gthread"
timeout = 60
graceful_timeout = 10
keepalive = 5
accesslog = None
limit_request_line = 2048
control_socket_disable = True
