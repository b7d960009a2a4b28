"""The doors to kpi and feedback: whether anything of theirs hangs on a contract."""

from uuid import UUID

import msgspec

from services.common.errors import Unavailable
from services.common.http import ServiceClient


class Neighbours:
    """Asks; a neighbour that cannot answer is never taken for one that holds nothing."""

    def __init__(self, *clients: ServiceClient) -> None:
        self._clients = clients

    async def holding(self, contract_id: UUID) -> list[str]:
        """What they keep of a contract, by name (`sources`, `annotations`, `answers`). Raises: Unavailable."""
        held: list[str] = []
        for client in self._clients:
            answer = await client.call("GET", f"/internal/contracts/{contract_id}/use")
            if not answer.is_success:
                raise Unavailable("It is not known whether anything hangs on this draft.")
            try:
                told = msgspec.json.decode(answer.content, type=dict[str, bool])
            except msgspec.MsgspecError:
                raise Unavailable("It is not known whether anything hangs on this draft.") from None
            held += [name for name, holds in told.items() if holds]
        return held
