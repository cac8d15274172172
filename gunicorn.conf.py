"""How gunicorn serves the app: few processes, many threads, so that slow phones do not block others."""

import os

bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
workers = 2
threads = 32
worker_class = "gthread"
timeout = 60
graceful_timeout = 10
keepalive = 5
accesslog = None
limit_request_line = 2048
control_socket_disable = True
