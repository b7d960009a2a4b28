"""Who did something, as it is kept beside what they did."""

from typing import Any

from services.common.auth.caller import ContractAccess

AUTHOR = (
    "jsonb_build_object('subject', CAST(:subject AS text), 'name', CAST(:name AS text),"
    " 'organisation_id', CAST(:organisation AS text), 'side', CAST(:side AS text))"
)
"""SQL that puts the author down, of the values below."""


def author_of(access: ContractAccess) -> dict[str, Any]:
    """Values of `AUTHOR`, with the contract."""
    caller = access.caller
    return {
        "contract": access.contract_id,
        "subject": caller.subject,
        "name": caller.name,
        "organisation": None if caller.organisation_id is None else str(caller.organisation_id),
        "side": access.side,
    }
