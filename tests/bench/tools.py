"""The programs of Debian that benchmarks need."""

import os
import shutil
import subprocess

from tests.bench.errors import BenchError

_PACKAGES = {"wrk": "wrk", "nginx": "nginx-light", "influxd": "influxdb"}


def ensure_tools() -> None:
    """Install what is missing. Raises: BenchError when that is not possible here."""
    missing = [package for program, package in _PACKAGES.items() if shutil.which(program) is None]
    if not missing:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise BenchError(f"Install first: {', '.join(missing)}")
    print(f"Installing {', '.join(missing)}.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *missing]
    for command in (install, ["apt-get", "update", "--quiet=2"], install):
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
        if done.returncode == 0 and command is install:
            # A server that a package started is not ours to measure, and takes its port.
            for started in ("nginx", "influxdb"):
                subprocess.run(["service", started, "stop"], stdin=subprocess.DEVNULL, capture_output=True)
            return
    raise BenchError(f"apt-get cannot install {', '.join(missing)}")
