"""HTTP of a contract's commitments."""

from typing import Annotated

from fastapi import APIRouter, Header, Query, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.identifiers import parse_id
from services.common.instants import now
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.agreements.rules import etag_of
from services.contracts.commitments import service
from services.contracts.commitments.schemas import CommitmentView, NewCommitment
from services.contracts.dependencies import RelayDep
from services.contracts.fields import StatedInstant
from services.contracts.questions.schemas import Checks

router = APIRouter(prefix="/v1/contracts/{contract_id}/commitments", tags=["commitments"])


@router.put(
    "",
    summary="Write a commitment",
    responses={
        202: {"model": CommitmentView, "description": "Proposed: in force once both parties have accepted it"},
        409: {"model": Problem, "description": "The contract was accepted, and the caller is no party of it"},
        412: {"model": Problem, "description": "The contract is not at the revision of If-Match"},
    },
)
async def write_commitment_endpoint(
    body: NewCommitment,
    access: Annotated[ContractAccess, party_may(Permission.TERMS_WRITE)],
    session: SessionDep,
    relay: RelayDep,
    response: Response,
    if_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> CommitmentView:
    """Write what is promised on one indicator (in one variant, for a duration) from `valid_from` on.

    While the contract is a draft it is recorded at once, and an acceptance given before is void. Afterwards it is a
    proposed amendment (202), in force once both parties have accepted it, together with its objective. Of two versions
    of the same indicator and variant with the same `valid_from` the one recorded last holds; `ends` ends the commitment
    from that instant on. Unit and direction are those of the indicator. Beyond seven contractual commitments at one
    instant, each further one needs an `override_reason`.
    """
    version, revision = await service.write(session, relay, access, body, if_match)
    response.status_code = 202 if version.state == "proposed" else 200
    response.headers["etag"] = etag_of(revision)
    return version


@router.get("", summary="List commitments")
async def list_commitments_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)],
    session: SessionDep,
    page: PageDep,
    at: Annotated[StatedInstant | None, Query()] = None,
    history: Annotated[bool, Query()] = False,
) -> Page[CommitmentView]:
    """The commitments in force at an instant (now, unless `at` says otherwise).

    With `history=true`: every version in the order of writing, proposed ones and those that end a commitment included.
    Versions never change, except that a proposed one comes into force. A contractual commitment without objective is
    an `orphan`.
    """
    if history and at is not None:
        raise Invalid(FieldFault("at", "cannot be given with history, which has every version"))
    after, limit = paging.position(page), page.limit + 1
    if history:
        rows = await service.list_versions(session, access.contract_id, after, limit)
    else:
        rows = await service.list_in_force(session, access.contract_id, at or now(), after, limit)
    given = await service.answers(session, access.contract_id)
    return paging.page_of(rows, page, lambda row: service.show(row, given.get(row.id, ())), lambda row: row.id)


@router.post("/{version_id}/checks", status_code=201, summary="Answer the four questions")
async def answer_questions_endpoint(
    version_id: str,
    body: Checks,
    access: Annotated[ContractAccess, party_may(Permission.TERMS_WRITE)],
    session: SessionDep,
) -> CommitmentView:
    """Say of a version whether it is specific to the task, measurable, realistic and aligned; earlier answers stay.

    Either side answers. No version is accepted before its last answers are four times yes.
    """
    return await service.answer(session, access, parse_id(version_id), body)
