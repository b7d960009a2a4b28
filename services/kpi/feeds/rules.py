"""Where the tickets of a contract come from: its own sources, and those of other contracts that feed it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import msgspec

from services.common.instants import to_microseconds
from services.kpi.scopes.rules import NO_SCOPES, Scopes
from services.kpi.staff.rules import NO_STAFF, Staff
from services.kpi.tickets.rules.events import ANSWERS_SOURCE


class Feed(msgspec.Struct, frozen=True):
    """A source as one contract counts it; its events are kept with its home contract, once."""

    source_id: str
    home: UUID
    scopes: Scopes = NO_SCOPES
    since: datetime | None = None
    """Of a source of another contract: from when it is known that it feeds this one."""
    until: datetime | None = None
    """When it ended: what was recorded later does not count here."""
    staff: Staff = NO_STAFF
    """Who of its agents is the donneur d'ordre's."""

    def known_at(self, known_at: datetime | None) -> datetime | None:
        """The last instant at which an event may have been recorded; None: any."""
        if self.until is None or known_at is None:
            return known_at or self.until
        return min(self.until, known_at)


class Feeds:
    """All that feeds a contract."""

    __slots__ = ("_by_source", "contract_id")

    def __init__(self, contract_id: UUID, feeds: Iterable[Feed] = ()) -> None:
        self.contract_id = contract_id
        self._by_source = {feed.source_id: feed for feed in sorted(feeds, key=lambda feed: feed.source_id)}

    def of(self, source_id: str) -> Feed:
        """How a source is counted here; answers that no ticket brought have no conditions."""
        return self._by_source.get(source_id) or Feed(source_id, self.contract_id)

    @property
    def sources(self) -> list[str]:
        """Every source, in order."""
        return list(self._by_source)

    @property
    def measured(self) -> list[str]:
        """Where events come from: every source, and feedback with the answers that no ticket brought."""
        return [*self._by_source, ANSWERS_SOURCE]

    @property
    def leaves_out(self) -> bool:
        """Whether any scope may leave a ticket out."""
        return any(feed.scopes.leaves_out for feed in self._by_source.values())

    @property
    def attributes(self) -> bool:
        """Whether it is known of any source who is the donneur d'ordre's own staff."""
        return any(feed.staff.versions for feed in self._by_source.values())

    def known_at(self, instant: datetime) -> "Feeds":
        """The same as it was known at an instant."""
        instant_us = to_microseconds(instant)
        return Feeds(
            self.contract_id,
            (
                msgspec.structs.replace(
                    feed, scopes=feed.scopes.known_at(instant_us), staff=feed.staff.known_at(instant_us)
                )
                for feed in self._by_source.values()
                if feed.since is None or feed.since <= instant
            ),
        )
