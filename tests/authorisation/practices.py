"""The demonstration's practice, in the state that a request needs: its action is the only one with a shown effect."""

from typing import Any

from tests.support.callers import Api
from tests.support.newcomers import KPI


class Practices:
    """Takes it back and proposes it anew."""

    def __init__(self, donneur_ordre: Api, contract_id: str) -> None:
        self._manager = donneur_ordre
        self._path = f"{KPI}/contracts/{contract_id}/practices"

    def body(self) -> dict[str, Any]:
        """One that may be proposed: that of the same action is taken back."""
        kept = self._manager.get(self._path).json()["items"]
        for one in kept:
            if one["state"] != "withdrawn":
                assert self._manager.delete(f"{self._path}/{one['id']}").status_code == 204
        told = kept[-1]
        days = {side: {name: told["effect"][side][name] for name in ("from", "to")} for side in ("before", "after")}
        return {"action_id": told["action_id"], "practice": told["practice"], **days}

    def proposed(self) -> str:
        """The address of one that the donneur d'ordre proposes."""
        made = self._manager.post(self._path, self.body())
        assert made.status_code == 201, made.text
        return f"{self._path}/{made.json()['id']}"
