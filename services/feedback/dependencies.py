"""What the routes of this service may ask for, beyond what all services share."""

from typing import Annotated

from fastapi import Depends, Request

from services.common.encryption import Vault
from services.feedback.directory.contracts import ContractsDirectory


def _directory(request: Request) -> ContractsDirectory:
    directory: ContractsDirectory = request.app.state.directory
    return directory


def _vault(request: Request) -> Vault:
    vault: Vault = request.app.state.vault
    return vault


DirectoryDep = Annotated[ContractsDirectory, Depends(_directory)]
VaultDep = Annotated[Vault, Depends(_vault)]
