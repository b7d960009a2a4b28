"""The task that follows every start: wait for the services, load the demonstration, wait until all is ready.

Without the demonstration it has the first administrator's link drawn, as long as nobody administers the platform.
"""

import importlib
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

from deploy.local.errors import RunnerError
from deploy.local.files import write_private_json
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
    if not installation.options.demo:
        keep_first_link(installation)


def keep_first_link(installation: Installation) -> None:
    """Draw the first administrator's link into a private file; with an administrator there is none.

    Raises: RunnerError.
    """
    gateway, secrets = installation.url("gateway"), installation.secrets
    form = urllib.parse.urlencode(
        {
            "grant_type": "client_credentials",
            "client_id": secrets.administrator_id,
            "client_secret": secrets.administrator_secret,
        }
    )
    try:
        token = _post(f"{gateway}/auth/token", form.encode(), {})["access_token"]
        link = _post(
            f"{gateway}/api/contracts/v1/platform/first-administrator-links", b"", {"authorization": f"Bearer {token}"}
        )
    except urllib.error.HTTPError as error:
        # 409: somebody administers the platform. 401: its first client was revoked, by somebody who does.
        if error.code not in (401, 409):
            raise RunnerError(f"The administrator's link could not be drawn: status {error.code}.") from error
    except OSError as error:
        raise RunnerError(f"The administrator's link could not be drawn: {error}.") from error
    else:
        write_private_json(installation.options.folder.first_link, link)


def _post(address: str, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    request = urllib.request.Request(address, body, headers, method="POST")  # noqa: S310 - an address of ours
    with _direct().open(request, timeout=30) as answer:
        told: dict[str, Any] = json.load(answer)
        return told


def _direct() -> urllib.request.OpenerDirector:
    # Straight to this machine, whatever proxy the environment names.
    return urllib.request.build_opener(urllib.request.ProxyHandler({}))


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
    try:
        with _direct().open(address, timeout=5):
            return None
    except urllib.error.HTTPError as error:
        return f"status {error.code}"
    except OSError as error:
        return str(error)
