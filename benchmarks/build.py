"""Measure `praktijken check` and `praktijken build` as whole processes: CPU seconds and peak memory.

Usage: python benchmarks/build.py [COUNT ...]     (default: 1000 10000)
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from copies import SCRATCH, make_copies


def measure(*arguments: str) -> str:
    """Run one command of praktijken and return its CPU seconds, so far unseen peak memory and exit code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-m", "generator.cli", *arguments], capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    return f"{user:6.2f} s user {system:5.2f} s system, peak {after.ru_maxrss // 1024:4d} MB, exit {done.returncode}"


def main(counts: list[int]) -> None:
    """Print a line per command and size. Peak memory is that of the largest command so far."""
    for count in counts:
        with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
            root = Path(folder, "catalogus")
            make_copies(root, count)
            one = min(root.glob("practices/*/*.yml"))
            print(f"{count:6d} check {measure('check', '--root', str(root))}")
            print(f"{count:6d} check of one record {measure('check', '--root', str(root), str(one))}")
            print(f"{count:6d} build {measure('build', '--root', str(root), '--out', str(Path(folder, 'site')))}")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1000, 10000])
