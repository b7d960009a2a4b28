"""Everything that a pair's tools have to tell, composed once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from deploy.local.demo.companies import Pair, Tool
from deploy.local.demo.deliveries import Arrival, Recorded, arrivals, recorded
from deploy.local.demo.span import Span
from deploy.local.demo.stories import Story, stories
from deploy.local.demo.surveys import settle

SEED = 75_1334


@dataclass(frozen=True)
class Tale:
    """What one tool tells."""

    tool: Tool
    stories: list[Story]
    now_us: int

    @cached_property
    def arrivals(self) -> list[Arrival]:
        """Its deliveries, in the order of arrival."""
        return arrivals(self.tool, self.stories, self.now_us)

    @cached_property
    def tickets(self) -> int:
        """How many tickets were created until now."""
        return sum(story.happenings[0].at_us <= self.now_us for story in self.stories)

    @cached_property
    def answers(self) -> int:
        """How many survey answers were given until now."""
        surveys = ("rating", "recommendation")
        return sum(
            happening.kind in surveys and happening.at_us <= self.now_us
            for story in self.stories
            for happening in story.happenings
        )

    def written(self, secret: str, first: int, count: int) -> Iterator[Recorded]:
        """Some of its deliveries, signed."""
        return recorded(self.tool, self.stories, self.arrivals[first : first + count], secret, first)


def tales(pair: Pair, span: Span, seed: int = SEED) -> list[Tale]:
    """What each tool of the pair tells: a fixed function of the seed and the local date, cut off at the instant."""
    told = {tool: list(stories(seed, pair, tool, span)) for tool in pair.tools}
    settle(seed, pair, (story for lives in told.values() for story in lives), span)
    return [Tale(tool, lives, span.now_us) for tool, lives in told.items()]
