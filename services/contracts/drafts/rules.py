"""Pure rules of correcting a draft."""

from collections.abc import Collection, Mapping
from typing import Any

PARTIES = {"donneur_ordre_id": "donneur_ordre", "sous_traitant_id": "sous_traitant"}
"""Field -> side."""


def changes(before: Mapping[str, Any], wanted: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What differs, before and after."""
    names = [name for name, value in wanted.items() if before[name] != value]
    return {name: before[name] for name in names}, {name: wanted[name] for name in names}


def leaving(changed: Collection[str]) -> list[str]:
    """The sides whose party is another one from now on."""
    return [side for field, side in PARTIES.items() if field in changed]
