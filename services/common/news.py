"""What the contracts service is told of so that it tells people: codes and ids, never words.

Which kinds there are, whom each concerns and how soon mail tells it is decided there alone.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.instants import now, to_text
from services.common.outbox import tell

CONTRACTS = "contracts"
PATH = "/internal/notifications"
BOTH = ("donneur_ordre", "sous_traitant")


def across(side: str | None) -> list[str]:
    """The other side; of none, none."""
    return [one for one in BOTH if side in BOTH and one != side]


async def tell_people(
    session: AsyncSession,
    contract_id: UUID,
    kind: str,
    key: object,
    *,
    sides: Iterable[str] = (),
    people: Iterable[str] = (),
    subject_id: object = None,
    doer: ContractAccess | tuple[str, str | None] | None = None,
    data: Mapping[str, str] | None = None,
) -> None:
    """Promise, within this transaction, that people of these sides, or these people, are told once for this key.

    `doer`: who did it, or their subject and side; never told of it.
    The key is one per kind: a message, a step, or an object and a date for what a clock tells.
    """
    subject, side = (doer.caller.subject, doer.side) if isinstance(doer, ContractAccess) else doer or (None, None)
    body = {
        "key": f"{kind}:{key}",
        "contract_id": str(contract_id),
        "kind": kind,
        "sides": sorted(sides),
        "people": sorted(people),
        "subject_id": None if subject_id is None else str(subject_id),
        "data": dict(data or {}),
        # Messages may overtake each other: what happened first is told by its instant.
        "occurred_at": to_text(now()),
        "doer": subject,
        "doer_side": side,
    }
    await tell(session, CONTRACTS, "POST", PATH, body)
