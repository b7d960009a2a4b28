"""What an image starts: one service from its environment. Copied to the image alone, it knows no other of our files."""

import asyncio
import importlib
import os
import sys
import urllib.request
from collections.abc import Sequence
from typing import Any

PORT = 8000
GRACE = 10
"""Seconds that open requests have after SIGTERM."""
_INNER_KEEP_ALIVE = 15
"""Seconds; longer than the gateway keeps an idle connection, so that it never sends into one that we close."""
_SETTINGS = {
    "contracts": ("services.contracts", "ContractsSettings"),
    "kpi": ("services.kpi", "KpiSettings"),
    "feedback": ("services.feedback", "FeedbackSettings"),
    "gateway": ("gateway", "GatewaySettings"),
}


def main(arguments: Sequence[str]) -> int:
    """`NAME`, `NAME --check` (build it, do not serve), or `alive`; the exit status."""
    name, *rest = arguments
    port = int(os.environ.get("PORT", PORT))
    if name == "alive":
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return 0 if answer.status == 200 else 1
    package, settings_name = _SETTINGS[name.removesuffix("-worker")]
    settings = getattr(importlib.import_module(f"{package}.settings"), settings_name)()
    if name == "kpi-worker":
        run = importlib.import_module("services.kpi.folding.worker").run
        if "--check" not in rest:
            asyncio.run(run(settings))
        return 0
    application = importlib.import_module(f"{package}.app").create_app(settings)
    if "--check" not in rest:
        _serve(application, name, port)
    return 0


def _serve(application: Any, name: str, port: int) -> None:
    uvicorn = importlib.import_module("uvicorn")
    gateway = name == "gateway"
    module, protocol = (
        ("gateway.server", "GatewayProtocol") if gateway else ("services.common.server", "GatheringProtocol")
    )
    uvicorn.run(
        application,
        host="0.0.0.0",  # noqa: S104 - inside a container; what is published is said outside
        port=port,
        loop="uvloop",
        http=getattr(importlib.import_module(module), protocol),
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=5 if gateway else _INNER_KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
