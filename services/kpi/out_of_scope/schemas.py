"""What crosses HTTP about tickets out of scope."""

from pydantic import BaseModel, Field

from services.common.instants import Instant

REASON = (
    "Which condition left it out: an attribute (`brand`, `form`, `group`, `channel`, `tag`) followed by `_not_in`,"
    " `_excluded`, or `_not_told` where the tool did not tell the attribute; `feed_ended` where it was created after a"
    " party ended the feed."
)


class OutOfScopeCount(BaseModel):
    """Tickets of a source that one condition left out."""

    source_id: str
    reason: str = Field(description=REASON)
    tickets: int


class OutOfScopeTicket(BaseModel):
    """A ticket of the tool that is none of the contract, with what the conditions looked at.

    Of an attribute null means that it was not told, and an empty text that the ticket had none.
    """

    source_id: str
    ticket_id: str
    created_at: Instant
    reason: str
    scope_id: str | None = Field(
        description="The version of the scope that was in force when it was created; null after the end of the feed."
    )
    brand: str | None
    form: str | None
    group: str | None
    channel: str | None
    tags: list[str]


class OutOfScopeOut(BaseModel):
    """How many tickets are out by reason, and a page of them by ticket id."""

    counts: list[OutOfScopeCount]
    items: list[OutOfScopeTicket]
    next_cursor: str | None
