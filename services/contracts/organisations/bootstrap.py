"""The first organisation and the first client of an installation: those of its operator."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from services.common.auth.access import Function
from services.common.database import Database
from services.common.identifiers import new_id
from services.common.instants import now
from services.contracts.organisations.models import Client, Organisation

OPERATOR = "operator"


@dataclass(frozen=True)
class PlatformClient:
    """The client through which an installation is first administered."""

    client_id: str
    organisation_id: UUID


async def ensure_platform_client(
    database: Database,
    client_id: str,
    *,
    organisation_name: str = "Copil",
    client_name: str = "platform_admin",
) -> PlatformClient:
    """Create the operator's organisation and its `platform_admin` client unless they exist.

    Its secret is drawn by the gateway like any other. A client that was revoked stays revoked.
    """
    async with database.background_session() as session:
        await session.execute(
            insert(Organisation)
            .values(id=new_id(), name=organisation_name, marker=OPERATOR, created_at=now())
            .on_conflict_do_nothing(index_elements=["marker"])
        )
        organisation_id = (
            await session.execute(select(Organisation.id).where(Organisation.marker == OPERATOR))
        ).scalar_one()
        await session.execute(
            insert(Client)
            .values(
                id=client_id,
                organisation_id=organisation_id,
                name=client_name,
                functions=[Function.PLATFORM_ADMIN],
                created_at=now(),
            )
            .on_conflict_do_nothing(index_elements=["id"])
        )
    return PlatformClient(client_id, organisation_id)
