"""The picture of growth: what each thing costs at each size, beside what it costs at the smallest."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import log10
from statistics import median

WIDTH, HEIGHT = 760, 400
LEFT, RIGHT, TOP, BOTTOM = 60, 255, 48, 46
HIGHEST = 4.0
"""Ratio at the upper edge; what lies above is drawn there."""
_NAMES = {
    "tickets": "a page of tickets", "explanation": "an explanation", "portfolio": "figures of a month",
    "series": "a series of 365 days", "fold": "an event, stored and folded",
}  # fmt: skip
_INKS = ("#1d4e63", "#86386b", "#905900", "#07787b", "#2b3f8f")
_DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 4")


def draw(found: Mapping[str, Mapping[str, Sequence[float]]]) -> str:
    """An SVG of rounds by size (events) and by what was measured; the first size is what the others are beside."""
    return "\n".join(_parts([int(size) for size in found], list(found.values()))) + "\n"


def _parts(sizes: Sequence[int], rounds: Sequence[Mapping[str, Sequence[float]]]) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="13">'
    )
    yield "<title>What things cost as the number of events grows, against the smallest size</title>"
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fffdf7"/>'
    yield _text(LEFT, 24, "Cost at each size, against the smallest", weight="600")
    for ratio in range(int(HIGHEST) + 1):
        yield _line(ratio, "#d8d2c2", "")
        yield _text(LEFT - 10, _y(ratio) + 4, f"{ratio}×", anchor="end")
    yield _line(3, "#8a0a22", "5 4")
    yield _text(WIDTH - RIGHT + 10, _y(3) + 4, "3×: what was promised", ink="#8a0a22")
    places = {size: _x(size, sizes) for size in sizes}
    for size, x in places.items():
        yield _text(x, HEIGHT - BOTTOM + 22, f"{size:,}", anchor="middle")
    yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "events", anchor="middle")
    ends = {name: median(rounds[-1][name]) / median(rounds[0][name]) for name in _NAMES}
    labels = _apart({name: _y(min(ratio, HIGHEST)) for name, ratio in ends.items()})
    for (name, words), ink, dash in zip(_NAMES.items(), _INKS, _DASHES, strict=True):
        ratios = [median(one[name]) / median(rounds[0][name]) for one in rounds]
        points = " ".join(
            f"{x:.1f},{_y(min(ratio, HIGHEST)):.1f}" for x, ratio in zip(places.values(), ratios, strict=True)
        )
        yield f'<polyline points="{points}" fill="none" stroke="{ink}" stroke-width="2.2" stroke-dasharray="{dash}"/>'
        yield _text(WIDTH - RIGHT + 10, labels[name] + 4, f"{ends[name]:.2f}× {words}", ink=ink)
    yield "</svg>"


def _apart(places: Mapping[str, float], gap: float = 17) -> dict[str, float]:
    """The same places, moved upwards where two labels would cover each other."""
    kept: dict[str, float] = {}
    above = float("inf")
    for name, y in sorted(places.items(), key=lambda item: -item[1]):
        above = kept[name] = min(y, above - gap)
    return kept


def _x(size: int, sizes: Sequence[int]) -> float:
    if len(sizes) == 1:
        return LEFT
    share = (log10(size) - log10(sizes[0])) / (log10(sizes[-1]) - log10(sizes[0]))
    return LEFT + 20 + share * (WIDTH - LEFT - RIGHT - 40)


def _y(ratio: float) -> float:
    return HEIGHT - BOTTOM - ratio / HIGHEST * (HEIGHT - TOP - BOTTOM)


def _line(ratio: float, ink: str, dash: str) -> str:
    y = f"{_y(ratio):.1f}"
    return f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="{ink}" stroke-dasharray="{dash}"/>'


def _text(x: float, y: float, words: str, *, anchor: str = "start", ink: str = "#15232c", weight: str = "400") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} fill="{ink}" font-weight="{weight}">{escape(words)}</text>'
