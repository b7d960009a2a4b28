"""The only door to the contracts service for BI keys: which contracts an organisation holds."""

from collections.abc import Callable, Sequence
from uuid import UUID

import msgspec

from services.common.errors import Unavailable
from services.common.http import ServiceClient

_SILENT = "The contracts service does not say which contracts there are."


class _Standing(msgspec.Struct):
    contract_ids: list[UUID]


class Standing:
    """Asks, at the drawing of a key."""

    def __init__(self, door: Callable[[], ServiceClient]) -> None:
        self._door = door

    async def held(self, organisation_id: UUID, among: Sequence[str]) -> set[UUID]:
        """Which of these contracts an organisation is a party of now. Raises: Unavailable."""
        # An id holds no comma: what does is no id, and must not become two.
        query = {"among": ",".join(text for text in among if "," not in text)}
        answer = await self._door().call("GET", f"/internal/organisations/{organisation_id}/standing", query=query)
        if answer.status_code != 200:
            raise Unavailable(_SILENT)
        try:
            return set(msgspec.json.decode(answer.content, type=_Standing).contract_ids)
        except msgspec.MsgspecError:
            raise Unavailable(_SILENT) from None
