"""What a new version of the donneur d'ordre's own staff says."""

from uuid import UUID

from pydantic import SecretStr

from services.common.pseudonyms import pseudonymiser
from services.kpi.agreed.service import Content
from services.kpi.staff.schemas import NewStaff


def content_of(wanted: NewStaff, home: UUID, key: SecretStr) -> Content:
    """Pseudonyms alone: events are kept with the home contract, their people under its key."""
    pseudonym = pseudonymiser(key, home)
    return Content(sorted({pseudonym(author) for author in wanted.author_ids}), wanted.valid_from)
