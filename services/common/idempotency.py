"""`Idempotency-Key`: a write that is sent again has one effect and the first answer, as stored with the effect."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar
from uuid import UUID

from fastapi import Depends, Header, Request
from pydantic import BaseModel
from sqlalchemy import text

from services.common.auth.authentication import CallerDep
from services.common.dependencies import SessionDep
from services.common.encryption import Vault
from services.common.errors import FieldFault, IdempotencyKeyReused

Answer = TypeVar("Answer", bound=BaseModel)

_CLAIM = text(
    "INSERT INTO idempotency_key (organisation_id, subject, key, fingerprint)"
    " VALUES (:organisation, :subject, :key, :fingerprint) ON CONFLICT DO NOTHING RETURNING true"
)
_FIND = text(
    "SELECT fingerprint, answer FROM idempotency_key"
    " WHERE organisation_id = :organisation AND subject = :subject AND key = :key"
)
_KEEP = text(
    "UPDATE idempotency_key SET answer = :answer"
    " WHERE organisation_id = :organisation AND subject = :subject AND key = :key"
)


class Once:
    """Runs a write at most once per key, inside the transaction of the request.

    A second request with the same key waits for the first (unique index) and gets its answer.
    """

    def __init__(
        self,
        request: Request,
        session: SessionDep,
        caller: CallerDep,
        idempotency_key: Annotated[str | None, Header(min_length=1, max_length=255)] = None,
    ) -> None:
        self._request = request
        self._session = session
        self._key = idempotency_key
        self._owner: dict[str, str | UUID | None] = {
            "organisation": caller.organisation_id,
            "subject": caller.subject,
            "key": idempotency_key,
        }

    async def __call__(self, model: type[Answer], write: Callable[[], Awaitable[Answer]]) -> Answer:
        """The answer of the write, or of its first run. Raises: Invalid when the key came with another request."""
        if self._key is None:
            return await write()
        fingerprint = hashlib.sha256(
            b"\n".join([self._request.method.encode(), self._request.url.path.encode(), await self._request.body()])
        ).digest()
        vault: Vault = self._request.app.state.vault
        if not await self._session.scalar(_CLAIM, self._owner | {"fingerprint": fingerprint}):
            row = (await self._session.execute(_FIND, self._owner)).one()
            if row.fingerprint != fingerprint:
                raise IdempotencyKeyReused(FieldFault("Idempotency-Key", "came before with another request"))
            return kept_answer(model, vault.open(row.answer))
        answer = await write()
        # Encrypted: an answer may hold a secret that is shown once.
        sealed = vault.seal(answer.model_dump_json().encode())
        await self._session.execute(_KEEP, self._owner | {"answer": sealed})
        return answer


def kept_answer(model: type[Answer], stored: bytes) -> Answer:
    """An answer as it was stored; a field that a later version added to it is null, if it may be."""
    added = dict.fromkeys(field.alias or name for name, field in model.model_fields.items())
    return model.model_validate_json(json.dumps(added | json.loads(stored)))


OnceDep = Annotated[Once, Depends(Once, scope="function")]
