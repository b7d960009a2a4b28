"""What customers answer: exact shares in each month of answers, and the cross ones are those who were served worst."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from random import Random

from deploy.local.demo import wording
from deploy.local.demo.companies import Pair
from deploy.local.demo.quotas import apportion
from deploy.local.demo.span import ZONE, Span
from deploy.local.demo.stories import Happening, Story
from services.common.zones import zone
from services.kpi.calendars.rules import local_date

_PROMOTERS, _PASSIVES, _DETRACTORS = 0.56, 0.25, 0.19
_TROUBLE = {"single": 0.0, "reopened_late": 0.3, "several": 0.55, "reopened": 0.9}


def settle(seed: int, pair: Pair, told: Iterable[Story], span: Span) -> None:
    """Give every rating and recommendation its score, and the ratings their words."""
    tz = zone(ZONE)
    groups: dict[tuple[str, date], list[tuple[Story, Happening]]] = defaultdict(list)
    for story in told:
        for happening in story.happenings:
            if happening.kind in ("rating", "recommendation"):
                month = local_date(happening.at_us, tz).replace(day=1)
                groups[happening.kind, month].append((story, happening))
    for (kind, month), answers in sorted(groups.items()):
        draw = Random(f"{seed}/{pair.prefix}/{kind}/{month}")  # noqa: S311 - a demonstration, not a secret
        # Who had most trouble first; some are cross all the same, and some are not.
        ranked = sorted(answers, key=lambda item: (-_TROUBLE[item[0].outcome] - draw.random(), item[1].at_us))
        if kind == "rating":
            _rate(draw, ranked, pair.service.satisfied[span.age(month)])
        else:
            _recommend(draw, ranked)


def _rate(draw: Random, ranked: list[tuple[Story, Happening]], satisfied: float) -> None:
    cross = apportion(len(ranked), (1 - satisfied, satisfied))[0]
    for place, (_, happening) in enumerate(ranked):
        pleased = place >= cross
        happening.score = draw.choice((4, 5, 5) if pleased else (1, 2, 2, 3))
        happening.text = wording.verbatim(draw, pleased=pleased)


def _recommend(draw: Random, ranked: list[tuple[Story, Happening]]) -> None:
    detractors, passives, _ = apportion(len(ranked), (_DETRACTORS, _PASSIVES, _PROMOTERS))
    for place, (_, happening) in enumerate(ranked):
        if place < detractors:
            happening.score = draw.choice((0, 2, 3, 4, 5, 5, 6, 6))
        elif place < detractors + passives:
            happening.score = draw.choice((7, 8, 8))
        else:
            happening.score = draw.choice((9, 9, 10))
