"""What happens to the tickets of the demonstration: a fixed function of the seed and the last day."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Literal

SPAN_DAYS = 42

Kind = Literal["created", "message", "status", "rating", "recommendation", "merged", "spam"]


@dataclass(frozen=True)
class Happening:
    """One thing that happens to a ticket."""

    at: datetime
    kind: Kind
    author: Literal["agent", "customer", "bot"] = "customer"
    public: bool = True
    status: str = ""
    previous: str = ""
    score: int = 0
    text: str = ""


@dataclass
class Story:
    """The life of one ticket."""

    number: int
    subject: str
    channel: str
    requester: int
    agent: int
    by_agent: bool
    happenings: list[Happening] = field(default_factory=list)


SUBJECTS = (
    "Colis non reçu", "Échange de taille", "Remboursement en attente", "Article endommagé", "Code promotionnel refusé",
    "Facture à corriger", "Mot de passe perdu", "Changement d'adresse", "Délai de livraison", "Carte cadeau",
)  # fmt: skip
CHANNELS = ("web", "email", "chat", "phone")
GOOD = ("Réponse rapide, merci.", "Conseillère très aimable.", "Parfait.", "Problème réglé tout de suite.")
BAD = ("Trois jours sans nouvelle.", "On m'a demandé deux fois la même chose.", "Toujours pas remboursée.")


def stories(seed: int, now: datetime, count: int) -> Iterator[Story]:
    """Tickets created over the days before `now`, more on working days; nothing happens after `now`."""
    for number in range(count):
        # Each ticket has its own draw, so that more tickets never change the others.
        draw = Random(f"{seed}/{number}")  # noqa: S311 - a demonstration, not a secret
        story = _live(number, draw, _opening(draw, now))
        story.happenings = [happening for happening in story.happenings if happening.at <= now]
        if story.happenings:
            yield story


def _opening(draw: Random, now: datetime) -> datetime:
    day = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=draw.randrange(SPAN_DAYS))
    if day.weekday() > 4 and draw.random() < 0.7:
        day -= timedelta(days=day.weekday() - draw.randrange(5))
    hour = min(23.9, max(0.0, draw.gauss(12.5, 3.5)))
    return (day + timedelta(hours=hour)).astimezone(UTC).replace(microsecond=draw.randrange(1_000_000))


def _delay(draw: Random, median_minutes: float, spread: float) -> timedelta:
    return timedelta(seconds=int(60 * math.exp(draw.gauss(math.log(median_minutes), spread))))


def _live(number: int, draw: Random, opened: datetime) -> Story:
    story = Story(
        number=number,
        subject=draw.choice(SUBJECTS),
        channel=draw.choice(CHANNELS),
        requester=draw.randrange(10_000),
        agent=draw.randrange(12),
        by_agent=draw.random() < 0.04,
    )
    add = story.happenings.append
    add(Happening(opened, "created", author="agent" if story.by_agent else "customer", status="new"))
    fate = draw.random()
    if fate < 0.02:
        add(Happening(opened + _delay(draw, 30, 0.5), "spam"))
        return story
    if fate < 0.05:
        add(Happening(opened + _delay(draw, 90, 0.8), "merged"))
        return story
    if draw.random() < 0.3:
        add(
            Happening(
                opened + timedelta(seconds=2), "message", author="bot", text="Nous avons bien reçu votre message."
            )
        )
    at = opened + _delay(draw, 70, 1.1)
    add(Happening(at, "message", author="agent", text="Bonjour, je regarde votre dossier."))
    add(Happening(at + timedelta(seconds=1), "status", status="open", previous="new"))
    status = "open"
    if draw.random() < 0.25:
        add(
            Happening(at + timedelta(minutes=1), "message", author="agent", public=False, text="Vu avec la logistique.")
        )
    for _ in range(draw.choice((0, 0, 0, 1, 1, 2))):
        waits = draw.choice(("pending", "pending", "hold"))
        at += _delay(draw, 20, 0.6)
        add(Happening(at, "status", status=waits, previous=status))
        at += _delay(draw, 400, 1.0)
        author: Literal["agent", "customer"] = "customer" if waits == "pending" else "agent"
        add(Happening(at, "message", author=author, text="Voici les informations demandées."))
        add(Happening(at + timedelta(seconds=1), "status", status="open", previous=waits))
        status = "open"
    if draw.random() < 0.06:
        return story
    at += _delay(draw, 180, 1.2)
    add(Happening(at, "status", status="solved", previous=status))
    if draw.random() < 0.09:
        at += _delay(draw, 2_000, 1.3)
        add(Happening(at, "status", status="open", previous="solved"))
        at += _delay(draw, 240, 0.9)
        add(Happening(at, "message", author="agent", text="Nous reprenons votre dossier."))
        add(Happening(at + timedelta(seconds=1), "status", status="solved", previous="open"))
    if draw.random() < 0.35:
        happy = draw.random() < 0.82
        comment = draw.choice(GOOD if happy else BAD) if draw.random() < 0.5 else ""
        add(
            Happening(
                at + _delay(draw, 300, 0.8), "rating", score=draw.choice((4, 5) if happy else (1, 2, 3)), text=comment
            )
        )
        if draw.random() < 0.6:
            score = draw.choice((9, 9, 10, 10, 8, 7)) if happy else draw.choice((0, 3, 5, 6, 7))
            add(Happening(at + _delay(draw, 320, 0.8), "recommendation", score=score))
    if draw.random() < 0.7:
        add(Happening(at + timedelta(days=4), "status", status="closed", previous="solved"))
    return story
