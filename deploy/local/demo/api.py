"""The public API as one client of the demonstration sees it."""

import time
from collections.abc import Callable
from typing import Any

import httpx
from jose import jwt

PATIENCE = 60.0


class Caller:
    """Somebody who calls the public API; creations carry a fixed key, so that a second try creates nothing."""

    def __init__(self, base_url: str, patience: float) -> None:
        self._patience = patience
        self._http = httpx.Client(base_url=base_url, timeout=120.0, trust_env=False)

    def send(
        self, method: str, path: str, body: Any = None, key: str | None = None, if_match: str | None = None
    ) -> Any:
        """One call; the answer's JSON. Raises: httpx.HTTPStatusError."""
        headers = {"idempotency-key": f"demonstration/{key}"} if key else {}
        headers |= {"if-match": if_match} if if_match else {}
        answer = self._until_up(lambda: self._http.request(method, path, json=body, headers=headers))
        return answer.json() if answer.content else None

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


class Api(Caller):
    """A machine client, by its access token."""

    def __init__(self, base_url: str, client_id: str, client_secret: str, patience: float = PATIENCE) -> None:
        super().__init__(base_url, patience)
        answer = self._until_up(
            lambda: self._http.post(
                "/auth/token", data={"grant_type": "client_credentials"}, auth=(client_id, client_secret)
            )
        )
        token: str = answer.json()["access_token"]
        self._http.headers["authorization"] = f"Bearer {token}"
        self.organisation_id: str = jwt.get_unverified_claims(token)["org"]

    def replay(self, source_id: str, deliveries: bytes) -> Any:
        """Recorded deliveries, a JSON array, through a source; the answer's JSON. Raises: httpx.HTTPStatusError."""
        path, headers = f"/api/kpi/v1/sources/{source_id}/replays", {"content-type": "application/json"}
        return self._until_up(lambda: self._http.post(path, content=deliveries, headers=headers)).json()


class Person(Caller):
    """Somebody signed in, by the cookie of the session, as from a page of Copil."""

    def __init__(self, base_url: str, email: str, password: str, patience: float = PATIENCE) -> None:
        super().__init__(base_url, patience)
        self._http.headers.update({"origin": base_url, "x-copil-csrf": "1"})
        self.send("POST", "/auth/session", {"email": email, "password": password})

    def close(self) -> None:
        """Sign out and close the connections."""
        self.send("DELETE", "/auth/session")
        super().close()
