"""The door to the register of actions, which contracts keeps."""

from uuid import UUID

from httpx import codes

from services.common.errors import Unavailable
from services.common.http import ServiceClient
from services.kpi.practices.schemas import ActionTold


class ActionRegister:
    """Asks contracts for one action."""

    def __init__(self, client: ServiceClient) -> None:
        self._client = client

    async def read(self, contract_id: UUID, action_id: UUID) -> ActionTold | None:
        """One action; None: the contract has none of this id. Raises: Unavailable."""
        answer = await self._client.call("GET", f"/internal/contracts/{contract_id}/actions/{action_id}")
        if answer.status_code == codes.NOT_FOUND:
            return None
        if not answer.is_success:
            raise Unavailable("The register of actions gave no answer.")
        return ActionTold.model_validate_json(answer.content)
