"""What customers, invitations and their answers are called; pure."""

from uuid import UUID

_OWN = "survey:"
_SOLVED = ":solved"


def customer_of(key: str) -> str:
    """The spelling of a customer's key of which the pseudonym is made: of an address, capitals mean nothing."""
    return key.lower() if "@" in key else key


def answer_keys(invitation_id: UUID) -> tuple[str, str]:
    """Under which keys the answers to an invitation are kept: to the question, and to whether it was solved."""
    own = f"{_OWN}{invitation_id}"
    return own, own + _SOLVED


def invitation_of(answer_key: str) -> UUID | None:
    """The invitation that an answer was given to; None for one that came otherwise."""
    if not answer_key.startswith(_OWN):
        return None
    try:
        return UUID(answer_key.removeprefix(_OWN).removesuffix(_SOLVED))
    except ValueError:
        return None
