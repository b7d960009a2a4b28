"""Pure rules of acceptance: what the text is, and when both sides stand by it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from services.common.instants import to_text

SIDES = ("donneur_ordre", "sous_traitant")


class ContractText(Protocol):
    """What is written in a contract besides its parameters, objectives and commitments."""

    @property
    def id(self) -> UUID: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def donneur_ordre_id(self) -> UUID: ...
    @property
    def sous_traitant_id(self) -> UUID: ...
    @property
    def zone(self) -> str: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date | None: ...


def text_of(
    contract: ContractText,
    parameters: Iterable[tuple[datetime, Mapping[str, Any]]],
    objectives: Sequence[Mapping[str, Any]] = (),
    commitments: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The text that a party accepts: the contract, and what was written in it with the instant from which it holds.

    Objectives and commitments stand in it once there are some, so that a text accepted without them keeps its digest.
    """
    promised = {"objectives": list(objectives), "commitments": list(commitments)}
    return {
        "contract": {
            "id": str(contract.id),
            "title": contract.title,
            "kind": contract.kind,
            "donneur_ordre_id": str(contract.donneur_ordre_id),
            "sous_traitant_id": str(contract.sous_traitant_id),
            "zone": contract.zone,
            "starts_on": contract.starts_on.isoformat(),
            "ends_on": None if contract.ends_on is None else contract.ends_on.isoformat(),
        },
        "parameters": [{"valid_from": to_text(valid_from), **body} for valid_from, body in parameters],
        **{name: texts for name, texts in promised.items() if texts},
    }


def both_stand_by(digest: str, newest: Mapping[str, str]) -> bool:
    """Whether the newest acceptance of each side is of this text."""
    return all(newest.get(side) == digest for side in SIDES)


def is_void(accepted: str, newest_of_side: bool, present: str | None) -> bool:
    """Whether an acceptance of the contract's text holds no more: another followed, or the draft changed since.

    `present` is the digest of the draft, None once the contract was accepted by both.
    """
    return not newest_of_side or (present is not None and accepted != present)
