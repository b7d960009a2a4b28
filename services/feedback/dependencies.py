"""What the routes of this service may ask for, beyond what all services share."""

from typing import Annotated

from fastapi import Depends, Request

from services.common.encryption import Vault
from services.common.outbox import Relay
from services.feedback.directory.contracts import ContractsDirectory


def _directory(request: Request) -> ContractsDirectory:
    directory: ContractsDirectory = request.app.state.directory
    return directory


def _vault(request: Request) -> Vault:
    vault: Vault = request.app.state.vault
    return vault


def _relay(request: Request) -> Relay:
    relay: Relay = request.app.state.relay
    return relay


DirectoryDep = Annotated[ContractsDirectory, Depends(_directory)]
VaultDep = Annotated[Vault, Depends(_vault)]
RelayDep = Annotated[Relay, Depends(_relay)]
