"""Pure rules about functions in one contract."""

from collections.abc import Collection
from datetime import datetime

from services.common.auth.access import Function

MOST = 20
"""Contracts for which one person may have functions of their own: they travel in every token."""

# Who may sign, check or look is named for it; who administers does so for the whole organisation.
IN_A_CONTRACT = frozenset(
    {
        Function.MANAGER,
        Function.SIGNATORY,
        Function.TEAM_LEAD,
        Function.READER,
        Function.AUDITOR,
        Function.BI_READER,
    }
)


def faults(
    functions: Collection[Function], scope: str | None, valid_from: datetime, valid_to: datetime | None
) -> list[tuple[str, str]]:
    """What is wrong with functions in a contract: field and words."""
    found = []
    if not set(functions) <= IN_A_CONTRACT:
        found.append(("functions", "administrators are those of the whole organisation"))
    if Function.AUDITOR in functions:
        if len(functions) > 1:
            found.append(("functions", "an auditor only reads: no other function goes with it"))
        if valid_to is None:
            found.append(("valid_to", "an auditor has an end"))
    if Function.SIGNATORY in functions and scope is None:
        found.append(("scope", "a signatory is named with what may be signed"))
    if valid_to is not None and valid_to <= valid_from:
        found.append(("valid_to", "must come after valid_from"))
    return found
