"""The two instants of a reading."""

from datetime import datetime

import msgspec


class Instants(msgspec.Struct, frozen=True):
    """When facts are taken, and what is known of them; null: now."""

    as_of: datetime | None = None
    known_at: datetime | None = None

    @property
    def are_now(self) -> bool:
        """Whether neither is given, so that sums tell what is asked."""
        return self.as_of is None and self.known_at is None

    def are_past(self, at: datetime) -> bool:
        """Whether both are given and over at an instant: what is read at them never changes any more."""
        return self.as_of is not None and self.known_at is not None and max(self.as_of, self.known_at) < at


NOW = Instants()
