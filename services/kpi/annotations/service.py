"""Writing beside the figures, reading it, and taking it back."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Forbidden, NotFound
from services.common.identifiers import new_id
from services.kpi.annotations import repository
from services.kpi.annotations.schemas import AnnotationOut, NewAnnotation
from services.kpi.folding.clock import touch


async def write(session: AsyncSession, access: ContractAccess, wanted: NewAnnotation) -> AnnotationOut:
    """Note something in the name of the caller."""
    caller = access.caller
    row = await repository.add(
        session,
        {
            **wanted.model_dump(),
            "contract": access.contract_id,
            "id": new_id(),
            "subject": caller.subject,
            "name": caller.name,
            "organisation": caller.organisation_id,
            "side": access.side,
        },
    )
    await touch(session, access.contract_id)
    return show(row)


async def withdraw(session: AsyncSession, access: ContractAccess, annotation_id: UUID) -> None:
    """Take an annotation of one's own organisation back; again is no failure. Raises: NotFound, Forbidden."""
    row = await repository.find(session, access.contract_id, annotation_id)
    if row is None:
        raise NotFound
    if row.organisation_id != access.caller.organisation_id:
        raise Forbidden("Only the organisation that wrote it takes it back.")
    if await repository.withdraw(session, access.contract_id, annotation_id):
        await touch(session, access.contract_id)


def show(row: Row[Any]) -> AnnotationOut:
    """An annotation as both parties read it."""
    author = {
        "subject": row.author_subject,
        "name": row.author_name,
        "organisation_id": row.organisation_id,
        "side": row.side,
    }
    return AnnotationOut.model_validate({**row._mapping, "author": author})
