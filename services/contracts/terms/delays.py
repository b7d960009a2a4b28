"""Bodies of promised delays: to which priority, in which schedule, and whose time they count."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from services.common.schemas import RequestBody
from services.contracts.fields import Line

LONGEST_TARGET_SECONDS = 5 * 366 * 86_400

Target = Annotated[int, Field(strict=True, gt=0, le=LONGEST_TARGET_SECONDS)]


class Delays(RequestBody):
    """Promised delays, counted in one of the schedules, or around the clock when it is null."""

    schedule: Line | None = None
    first_response_target_seconds: Target | None = None
    resolution_target_seconds: Target | None = None
    resolution_schedule: Line | None = None
    """Where the resolution counts in another schedule; null: in the same."""

    def body(self) -> dict[str, Any]:
        """As it is kept: what was not said is not written, so texts of before it could be said keep their digest."""
        told = self.model_dump(mode="json")
        if self.resolution_schedule is None:
            del told["resolution_schedule"]
        return told

    def schedules(self) -> dict[str, str | None]:
        """The schedules that it names, by field."""
        return {"schedule": self.schedule, "resolution_schedule": self.resolution_schedule}


class PriorityDelays(Delays):
    """What is promised to tickets of some priorities, whole, in the place of the general delays."""

    names: Annotated[list[Line], Field(min_length=1, max_length=50)]
    """As the tools write them at the creation of a ticket; capital letters make no difference."""


def _named_once(priorities: list[PriorityDelays]) -> list[PriorityDelays]:
    names = [name for one in priorities for name in {name.casefold() for name in one.names}]
    if len(set(names)) < len(names):
        raise ValueError("must name each priority once")
    return priorities


class Sla(Delays):
    """The general delays, and those of priorities that have their own: the priority at the creation decides."""

    priorities: Annotated[list[PriorityDelays], Field(max_length=20), AfterValidator(_named_once)] = Field(
        default_factory=list
    )

    def body(self) -> dict[str, Any]:
        """As it is kept."""
        told = super().body()
        told["priorities"] = [{**one.body(), "names": one.names} for one in self.priorities]
        if not self.priorities:
            del told["priorities"]
        return told


Owner = Literal["sous_traitant", "donneur_ordre", "customer", "third_party"]
Owners = Annotated[list[Owner], Field(max_length=4)]


def _reason_once(reasons: dict[str, Owner]) -> dict[str, Owner]:
    if len({reason.casefold() for reason in reasons}) < len(reasons):
        raise ValueError("must name each reason once; capital letters make no difference")
    return reasons


def _customer() -> list[Owner]:
    return ["customer"]


class Clocks(RequestBody):
    """Whose time it is while a ticket waits, and whose time stops the clock of a promise.

    While it is new or open it is the provider's (`sous_traitant`). `hold_reasons`: by what a ticket on hold waits for,
    as the tool tells it; any other hold is `hold`'s. `first_response_stops`, `resolution_stops`: whose time each
    promise does not count. `time_leaves_out`: whose time `ttr_contractual` leaves out.
    """

    pending: Owner = "customer"
    hold: Owner = "third_party"
    hold_reasons: Annotated[dict[Line, Owner], Field(max_length=100), AfterValidator(_reason_once)] = Field(
        default_factory=dict
    )
    first_response_stops: Owners = Field(default_factory=list)
    resolution_stops: Owners = Field(default_factory=_customer)
    time_leaves_out: Owners = Field(default_factory=list)
