"""The task that follows every start: wait for the services, load the demonstration, wait until all is ready."""

import importlib
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

from deploy.local.errors import RunnerError
from deploy.local.installation import APPS, Installation

_PATIENCE = 60.0


@dataclass(frozen=True)
class Readiness:
    """Settings of the task."""

    installation: Installation


def bring_up(readiness: Readiness) -> None:
    """Return once `/readyz` of the gateway answers 200. Raises: RunnerError."""
    installation = readiness.installation
    for app in APPS:
        wait_for(installation.url(app) + ("/healthz" if app == "gateway" else "/readyz"))
    if installation.options.demo:
        importlib.import_module("deploy.local.demo").load(installation)
    wait_for(installation.url("gateway") + "/readyz")


def wait_for(address: str, patience: float = _PATIENCE) -> None:
    """Wait until an address answers 200; at most `patience` seconds. Raises: RunnerError."""
    deadline = time.monotonic() + patience
    while True:
        reason = _refusal(address)
        if reason is None:
            return
        if time.monotonic() > deadline:
            raise RunnerError(f"{address} is not ready after {patience:.0f} s: {reason}.")
        time.sleep(0.02)


def _refusal(address: str) -> str | None:
    # Straight to this machine, whatever proxy the environment names.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=5):
            return None
    except urllib.error.HTTPError as error:
        return f"status {error.code}"
    except OSError as error:
        return str(error)
