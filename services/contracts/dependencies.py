"""What the routes of this service may ask for, beyond what all services share."""

from typing import Annotated

from fastapi import Depends, Request

from services.common.outbox import Relay
from services.contracts.gateway import Credentials


def _relay(request: Request) -> Relay:
    relay: Relay = request.app.state.relay
    return relay


def _credentials(request: Request) -> Credentials:
    credentials: Credentials = request.app.state.credentials
    return credentials


RelayDep = Annotated[Relay, Depends(_relay)]
CredentialsDep = Annotated[Credentials, Depends(_credentials)]
