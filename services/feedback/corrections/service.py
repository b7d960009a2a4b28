"""Hiding what the rules missed, and showing what they hid wrongly."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from cryptography.fernet import InvalidToken
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.encryption import Vault
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.news import tell_people
from services.feedback.answers.models import Verbatim
from services.feedback.corrections import repository
from services.feedback.corrections.models import MaskCorrection
from services.feedback.corrections.schemas import CorrectionAuthor, CorrectionOut, MarkToShow, PieceToHide
from services.feedback.masking.rules.masked import Corrected, marks_of, spans_of, with_piece_hidden
from services.feedback.releases.service import sight_of


async def correct(
    session: AsyncSession, vault: Vault, access: ContractAccess, answer_id: UUID, wanted: PieceToHide | MarkToShow
) -> CorrectionOut:
    """Hide a piece at once, or ask for a mark to be lifted. Raises: NotFound, Conflict, Invalid."""
    words = await repository.words(session, access.contract_id, answer_id)
    sight = await sight_of(session, access)
    if words is None or (sight.holds(words) and not sight.sees_all):
        raise NotFound
    marks = marks_of(words.text)
    own = _row(access, answer_id, marks)
    if isinstance(wanted, PieceToHide):
        row = MaskCorrection(
            **own, action="hide", kind=wanted.kind, state="applied", sealed_piece=vault.seal(wanted.piece.encode())
        )
        await _hide(session, access.contract_id, words, wanted)
    else:
        if wanted.place >= len(marks):
            raise Invalid(FieldFault("place", "is no mark of this text"))
        row = MaskCorrection(**own, action="show", kind=marks[wanted.place], state="asked", place=wanted.place)
    session.add(row)
    await session.flush()
    await session.refresh(row, ["asked_at"])
    if row.state == "asked":
        sides = ["donneur_ordre"]
        await tell_people(
            session, access.contract_id, "mask_reported", row.id, sides=sides, subject_id=row.id, doer=access
        )
    return show(row)


async def _hide(session: AsyncSession, contract_id: UUID, words: Verbatim, wanted: PieceToHide) -> None:
    end = wanted.start + len(wanted.piece)
    if words.text[wanted.start : end] != wanted.piece:
        raise Conflict("The words are not there any more: the text was masked anew. Read it again.")
    if not wanted.piece.strip() or marks_of(wanted.piece) or "[[" in wanted.piece or "]]" in wanted.piece:
        raise Invalid(FieldFault("piece", "must be words that are shown, without a mark"))
    text, times = with_piece_hidden(words.text, wanted.piece, wanted.kind)
    if not times:
        raise Invalid(FieldFault("piece", "must be whole words"))
    hidden = {**words.hidden, wanted.kind: words.hidden.get(wanted.kind, 0) + times}
    await repository.hide(session, contract_id, words.answer_id, text, dict(sorted(hidden.items())))


async def answer(session: AsyncSession, access: ContractAccess, correction_id: UUID, *, shown: bool) -> CorrectionOut:
    """Lift a mark, or leave it: the donneur d'ordre does. Raises: NotFound, Forbidden, Conflict."""
    row = await repository.find(session, access.contract_id, correction_id)
    if row is None:
        raise NotFound
    if access.side != "donneur_ordre":
        raise Forbidden("The donneur d'ordre decides what is shown of its customers.")
    if row.state != "asked":
        raise Conflict("This was answered already.")
    state = "confirmed" if shown else "refused"
    await repository.answer(session, access.contract_id, correction_id, state, access.caller.name)
    people = [row.subject]
    await tell_people(
        session, access.contract_id, "mask_answered", row.id, people=people, subject_id=row.id, doer=access
    )
    if shown:
        await repository.mask_anew(session, access.contract_id, row.answer_id)
    await session.refresh(row, ["state", "answered_by", "answered_at"])
    return show(row)


def show(row: MaskCorrection) -> CorrectionOut:
    """A correction as both parties read it."""
    author = CorrectionAuthor.model_validate({"subject": row.subject, "name": row.name, "side": row.side})
    told = {name: getattr(row, name) for name in CorrectionOut.model_fields if name != "author"}
    return CorrectionOut.model_validate(told | {"author": author})


async def corrected(
    session: AsyncSession, vault: Vault, row: Row[Any], words: str, told: Sequence[Row[Any]]
) -> Corrected:
    """What masking an answer anew must respect; a mark that was confirmed becomes the words it hid."""
    known = [one for one in told if (one.contract_id, one.answer_id) == (row.contract_id, row.answer_id)]
    pieces = {one.id: _piece(vault, one.sealed_piece) for one in known if one.state == "applied"}
    hide = {pieces[one.id]: one.kind for one in known if one.action == "hide" and pieces.get(one.id)}
    shown = {pieces[one.id] for one in known if one.action == "show" and pieces.get(one.id)}
    result = Corrected({piece: kind for piece, kind in hide.items() if piece}, frozenset(one for one in shown if one))
    for one in known:
        if one.state != "confirmed":
            continue
        spans = spans_of(words, result)
        same = [span.kind for span in spans] == list(one.marks)
        piece = words[spans[one.place].start : spans[one.place].end] if same else None
        await repository.applied(
            session, one.contract_id, one.id, None if piece is None else vault.seal(piece.encode())
        )
        if piece is not None:
            result = Corrected(result.hide, result.show | {piece})
    return result


def _row(access: ContractAccess, answer_id: UUID, marks: Sequence[str]) -> dict[str, Any]:
    return {
        "contract_id": access.contract_id,
        "id": new_id(),
        "answer_id": answer_id,
        "marks": list(marks),
        "subject": access.caller.subject,
        "name": access.caller.name,
        "side": access.side,
    }


def _piece(vault: Vault, sealed: bytes | None) -> str | None:
    try:
        return None if sealed is None else vault.open(sealed).decode()
    except (InvalidToken, UnicodeDecodeError):
        return None
