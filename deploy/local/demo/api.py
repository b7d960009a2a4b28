"""The public API as one client of the demonstration sees it."""

import time
from collections.abc import Callable
from typing import Any

import httpx
from jose import jwt

PATIENCE = 60.0


class Api:
    """The public API as one client sees it; creations carry a fixed key, so that a second try creates nothing."""

    def __init__(self, base_url: str, client_id: str, client_secret: str, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._http = httpx.Client(base_url=base_url, timeout=120.0, trust_env=False)
        self._credentials = client_id, client_secret
        self._sign_in()

    def _sign_in(self) -> None:
        answer = self._until_up(
            lambda: self._http.post("/auth/token", data={"grant_type": "client_credentials"}, auth=self._credentials)
        )
        token: str = answer.json()["access_token"]
        self._http.headers["authorization"] = f"Bearer {token}"
        self.organisation_id: str = jwt.get_unverified_claims(token)["org"]

    def send(self, method: str, path: str, body: Any = None, key: str | None = None) -> Any:
        """One call; the answer's JSON. Raises: httpx.HTTPStatusError."""
        headers = {"idempotency-key": f"demonstration/{key}"} if key else {}
        answer = self._until_up(lambda: self._http.request(method, path, json=body, headers=headers))
        return answer.json() if answer.content else None

    def replay(self, source_id: str, deliveries: bytes) -> Any:
        """Recorded deliveries, a JSON array, through a source; the answer's JSON. Raises: httpx.HTTPStatusError."""
        path, headers = f"/api/kpi/v1/sources/{source_id}/replays", {"content-type": "application/json"}
        return self._until_up(lambda: self._http.post(path, content=deliveries, headers=headers)).json()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _until_up(self, call: Callable[[], httpx.Response]) -> httpx.Response:
        deadline = time.monotonic() + self._patience
        while True:
            try:
                answer = call()
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE or time.monotonic() > deadline:
                    answer.raise_for_status()
                    return answer
            except httpx.TransportError:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.1)
