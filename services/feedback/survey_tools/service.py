"""Connecting survey tools: creating them, saying what their fields are, renewing secrets, trying them."""

import secrets
from collections import Counter
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.encryption import Vault
from services.common.errors import Conflict, FieldFault, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, to_microseconds
from services.common.pagination import Page, PageRequest, cut_page, encode_cursor
from services.feedback.answers.doors import Means
from services.feedback.survey_tools import receiving, repository
from services.feedback.survey_tools.connectors import CONNECTORS
from services.feedback.survey_tools.connectors.base import Connector, InvalidSecret, Value
from services.feedback.survey_tools.receiving import Delivery, fields_of, secrets_of
from services.feedback.survey_tools.rules.mapping import MappedField
from services.feedback.survey_tools.schemas import (
    FieldsOf,
    NewTool,
    NewToolSecret,
    QuestionList,
    QuestionOut,
    SurveyDeliveryOut,
    ToolCreated,
    ToolOut,
    ToolSecret,
    TrialOut,
    TriedAnswer,
    delivery_of,
    mapped,
)

ID_BYTES = 20
"""160 random bits: the address of a tool is all that an unsigned sender would need."""
MOST_TOOLS = 50
LOOKED_AT = 50
"""Latest deliveries whose fields are shown."""
_TRIED: dict[str, Value] = {
    "nps": 9, "fcr_declared": True, "comment": "Essai de Copil", "ticket": "essai",
    "ticket_url": "https://outil.example/tickets/essai", "channel": "essai", "queue": "essai",
}  # fmt: skip


def address_of(public_url: str, tool_id: str) -> str:
    """Where the tool sends its webhooks."""
    return f"{public_url.rstrip('/')}/surveys/{tool_id}"


def is_id(text: str) -> bool:
    """Whether a text can be the id of a tool; no other is looked for."""
    return len(text) == 2 * ID_BYTES and text.isascii() and text.isalnum()


async def create(
    session: AsyncSession, vault: Vault, public_url: str, access: ContractAccess, wanted: NewTool
) -> ToolCreated:
    """Connect a tool. Raises: Invalid, Conflict."""
    connector = CONNECTORS[wanted.system]
    if wanted.secret_later and wanted.secret is not None:
        raise Invalid(FieldFault("secret_later", "cannot be asked for with a secret"))
    if len(await repository.of_contract(session, access.contract_id)) >= MOST_TOOLS:
        raise Conflict(f"A contract has at most {MOST_TOOLS} survey tools.")
    secret = None if wanted.secret_later else _secret(connector, wanted.secret)
    row = await repository.add(
        session,
        {
            "id": secrets.token_hex(ID_BYTES),
            "contract": access.contract_id,
            "system": wanted.system,
            "name": wanted.name,
            "secret": None if secret is None else vault.seal(secret.encode()),
            "tolerance": wanted.tolerance_seconds or connector.default_tolerance_s,
            "fields": msgspec.to_builtins(mapped(wanted.fields)),
            "side": access.side,
            "author": access.caller.name,
        },
    )
    return ToolCreated(secret=secret, **show(row, public_url).model_dump())


async def find(session: AsyncSession, contract_id: UUID, tool_id: str) -> Row[Any]:
    """A tool of the contract. Raises: NotFound."""
    row = await repository.find(session, contract_id, tool_id) if is_id(tool_id) else None
    if row is None:
        raise NotFound
    return row


async def find_to_verify(session: AsyncSession, access: ContractAccess, tool_id: str) -> Row[Any]:
    """A tool of the contract with its sealed secrets, by the worker role. Raises: NotFound."""
    row = await repository.to_verify(session, tool_id, steady=True) if is_id(tool_id) else None
    if row is None or row.contract_id != access.contract_id:
        raise NotFound
    return row


async def map_fields(session: AsyncSession, access: ContractAccess, tool_id: str, wanted: FieldsOf) -> Row[Any]:
    """Say what the fields are. Raises: NotFound."""
    await find(session, access.contract_id, tool_id)
    values = {
        "contract": access.contract_id, "id": tool_id, "fields": msgspec.to_builtins(mapped(wanted.fields)),
        "side": access.side, "author": access.caller.name,
    }  # fmt: skip
    row = await repository.map_fields(session, values)
    assert row is not None
    return row


async def rotate(session: AsyncSession, vault: Vault, tool: Row[Any], wanted: NewToolSecret) -> ToolSecret:
    """Put a new secret in front of the present one, by the worker role. Raises: Invalid."""
    secret = _secret(CONNECTORS[tool.system], wanted.secret)
    values = {
        "contract": tool.contract_id, "id": tool.id, "secret": vault.seal(secret.encode()),
        "overlap": wanted.overlap_seconds,
    }  # fmt: skip
    row = await repository.rotate(session, values)
    assert row is not None
    return ToolSecret(id=row.id, secret=secret, previous_secret_until=row.previous_secret_until)


async def questions(session: AsyncSession, contract_id: UUID, tool: Row[Any]) -> QuestionList:
    """The fields of the latest deliveries, the latest first, and those that are mapped and were not seen."""
    roles = {one.field: one.role for one in fields_of(tool)}
    seen: Counter[str] = Counter()
    known: dict[str, dict[str, Any]] = {}
    for told in await repository.latest_questions(session, contract_id, tool.id, LOOKED_AT):
        for one in told:
            seen[one["id"]] += 1
            known.setdefault(one["id"], one)
    unseen = {name: {"id": name, "title": None, "form": "other"} for name in roles if name not in known}
    return QuestionList(
        items=[
            QuestionOut.model_validate({**one, "deliveries": seen[name], "role": roles.get(name)})
            for name, one in (known | unseen).items()
        ]
    )


async def deliveries(
    session: AsyncSession, contract_id: UUID, tool_id: str, state: str | None, page: PageRequest
) -> Page[SurveyDeliveryOut]:
    """A page of deliveries, the newest first. Raises: Invalid."""
    rows = await repository.page(session, contract_id, tool_id, state, _position(page), page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    cursor = encode_cursor(to_microseconds(kept[-1].received_at), str(kept[-1].id)) if more else None
    return Page(items=[delivery_of(row) for row in kept], next_cursor=cursor)


async def try_out(session: AsyncSession, means: Means, tool: Row[Any]) -> TrialOut:
    """Sign a response that nobody gave as the tool would, and take it as one of the tool. Raises: Conflict."""
    live = secrets_of(tool, means.vault)
    if not live:
        raise Conflict("The secret of the tool is not known yet.")
    connector = CONNECTORS[tool.system]
    at = datetime.now(UTC).replace(microsecond=0)
    name = f"essai-{new_id()}"
    body = connector.sample(name, at, _values(fields_of(tool)))
    headers = {"content-type": "application/json", **connector.sign(body, live[0], at, name)}
    outcome = await receiving.receive(session, means, tool, Delivery(headers, body, datetime.now(UTC), trial=True))
    return TrialOut(
        verdict=outcome.verdict,
        receipt_id=outcome.receipt_id,
        state=outcome.state,
        reason=outcome.reason,
        answers=[
            TriedAnswer(
                kind=one.kind, score=one.score, scale_max=one.scale_max, comment=one.comment is not None,
                ticket_id=one.ticket_id, channel=one.channel, queue=one.queue,
            )
            for one in outcome.answers
        ],
    )  # fmt: skip


def show(row: Row[Any], public_url: str) -> ToolOut:
    """A tool as both parties read it."""
    changed = {"at": row.changed_at, "side": row.changed_side, "name": row.changed_name}
    return ToolOut.model_validate(
        {
            **row._mapping,
            "url": address_of(public_url, row.id),
            "created": {"at": row.created_at, "side": row.created_side, "name": row.created_name},
            "changed": None if row.changed_at is None else changed,
        }
    )


def _values(fields: list[MappedField]) -> dict[str, Value]:
    return {one.field: (one.scale_max or 5) if one.role == "csat" else _TRIED[one.role] for one in fields}


def _secret(connector: Connector, given: str | None) -> str:
    try:
        return connector.draw_secret() if given is None else connector.normalise_secret(given)
    except InvalidSecret as fault:
        raise Invalid(FieldFault("secret", str(fault))) from None


def _position(page: PageRequest) -> tuple[datetime, UUID] | None:
    try:
        match page.after:
            case None:
                return None
            case [int(microseconds), str(delivery_id)] if not isinstance(microseconds, bool):
                return from_microseconds(microseconds), UUID(delivery_id)
    except (ValueError, OverflowError):
        pass
    raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
