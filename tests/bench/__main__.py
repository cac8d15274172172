"""Run every benchmark and print its table; `make bench`."""

from __future__ import annotations

import subprocess
import sys

BENCHES = (
    "tests.bench.bring_in",
    "tests.bench.search",
    "tests.bench.receive",
    "tests.bench.trickle",
    "tests.bench.page_from_phone",
    "tests.bench.slow_link",
)


def main() -> int:
    """Run each benchmark in a process of its own; give 1 when one of them failed."""
    failed = 0
    for bench in sys.argv[1:] or BENCHES:
        print(f"\n## {bench}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", bench], check=False).returncode
    return int(bool(failed))


sys.exit(main())
