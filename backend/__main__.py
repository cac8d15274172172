"""`python -m backend` is the `tiepsuc` command."""

from backend.commands import main

main()
