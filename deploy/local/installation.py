"""What is known about one installation once its folder, sockets and databases exist."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass

from deploy.local.options import Options
from deploy.local.secrets import Secrets
from deploy.local.sockets import HOST
from deploy.local.urls import ServiceUrls

APPS = ("gateway", "contracts", "kpi", "feedback")


@dataclass(frozen=True)
class Installation:
    """Everything that the settings of the processes are made of."""

    options: Options
    secrets: Secrets
    databases: Mapping[str, ServiceUrls]
    sockets: Mapping[str, socket.socket]
    ports: Mapping[str, int]
    """By application; outlives the sockets, which a child closes but for its own."""

    def url(self, app: str) -> str:
        """Where an application answers on this machine."""
        return f"http://{HOST}:{self.ports[app]}"
