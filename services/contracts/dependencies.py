"""What the routes of this service may ask for, beyond what all services share."""

from typing import Annotated

from fastapi import Depends, Request

from services.common.outbox import Relay
from services.contracts.drafts.neighbours import Neighbours
from services.contracts.gateway import Credentials


def _relay(request: Request) -> Relay:
    relay: Relay = request.app.state.relay
    return relay


def _credentials(request: Request) -> Credentials:
    credentials: Credentials = request.app.state.credentials
    return credentials


def _neighbours(request: Request) -> Neighbours:
    neighbours: Neighbours = request.app.state.neighbours
    return neighbours


NeighboursDep = Annotated[Neighbours, Depends(_neighbours)]
RelayDep = Annotated[Relay, Depends(_relay)]
CredentialsDep = Annotated[Credentials, Depends(_credentials)]
