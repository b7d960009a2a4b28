"""What may be done with the BI keys of one's organisation."""

from collections.abc import Sequence
from uuid import UUID

from gateway.bi_keys import repository, rules
from gateway.bi_keys.admission import BiKeys
from gateway.bi_keys.schemas import Author, BiKeyView, DrawnBiKey, NewBiKey
from gateway.bi_keys.standing import Standing
from gateway.credentials import rules as secrets
from gateway.models import BiKey
from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.database import Database
from services.common.errors import FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import now


def own_organisation(caller: Caller) -> UUID:
    """The organisation that a caller acts for. Raises: Forbidden when there is none."""
    if caller.organisation_id is None:
        raise Forbidden("Keys belong to an organisation.")
    return caller.organisation_id


async def draw(database: Database, standing: Standing, caller: Caller, wanted: NewBiKey) -> DrawnBiKey:
    """Draw a key for some contracts of one's organisation. Raises: Forbidden, Invalid, Unavailable."""
    organisation_id = own_organisation(caller)
    present = now()
    faults = []
    expires_at = rules.expiry(wanted.expires_on, present)
    if expires_at is None:
        faults.append(FieldFault("expires_on", "must lie between today and a year from today"))
    held = [
        contract
        for contract in await standing.held(organisation_id, wanted.contract_ids)
        if caller.reaches(contract) and caller.holds(Permission.BI_KEY_MANAGE, contract)
    ]
    if not {str(contract) for contract in held} >= set(wanted.contract_ids):
        faults.append(FieldFault("contract_ids", "must be contracts of your organisation"))
    if faults or expires_at is None:
        raise Invalid(*faults)
    secret = secrets.draw_secret()
    key = BiKey(
        id=new_id(),
        organisation_id=organisation_id,
        name=wanted.name,
        contract_ids=sorted(held),
        secret_sha256=secrets.digest(secret),
        created_at=present,
        created_by=caller.subject,
        created_by_name=caller.name,
        expires_at=expires_at,
    )
    columns = {name: value for name, value in vars(key).items() if not name.startswith("_")}
    async with database.request_session(organisation_id, platform=False) as session:
        await repository.add(session, columns)
    return DrawnBiKey(**show(key).model_dump(), secret=secret)


async def list_keys(database: Database, caller: Caller, after: UUID | None, limit: int) -> Sequence[BiKey]:
    """Keys of one's organisation. Raises: Forbidden."""
    organisation_id = own_organisation(caller)
    async with database.request_session(organisation_id, platform=False) as session:
        return await repository.page(session, organisation_id, after, limit)


async def revoke(database: Database, keys: BiKeys, caller: Caller, key_id: UUID) -> None:
    """Revoke a key of one's organisation; quiet when it was done before. Raises: Forbidden, NotFound."""
    organisation_id = own_organisation(caller)
    async with database.request_session(organisation_id, platform=False) as session:
        if not await repository.revoke(session, organisation_id, key_id):
            raise NotFound
    keys.forget(key_id)


def show(key: BiKey) -> BiKeyView:
    """A key without its secret."""
    return BiKeyView(
        id=key.id,
        name=key.name,
        contract_ids=key.contract_ids,
        created_at=key.created_at,
        created_by=Author(subject=key.created_by, name=key.created_by_name),
        expires_at=key.expires_at,
        last_used_at=key.used_at,
        revoked_at=key.revoked_at,
    )
