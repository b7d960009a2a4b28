"""What the browser really loads, and whether anything moves: the promises of weight and of calm."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.screens import settled
from tests.support.visits import NARROW, WIDE, Visits, month_before, this_month

DIST = Path(__file__).resolve().parents[2] / "frontend" / "dist"
KIB = 1024
FIRST_ROUTE_KIB, CSS_KIB, LAZY_KIB, FONTS = 150, 12, 60, 2
CLS = 0.02

SHIFTS = """new Promise(resolve => {
  let sum = 0
  const add = list => list.getEntries().forEach(one => { if (!one.hadRecentInput) sum += one.value })
  new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 300)
})"""


def _kib(name: str) -> float:
    return len(gzip.compress((DIST / name.lstrip("/")).read_bytes(), 9)) / KIB


def _asked(page: Page) -> list[str]:
    found: list[str] = page.evaluate("performance.getEntriesByType('resource').map(one => new URL(one.name).pathname)")
    return sorted({path for path in found if re.search(r"\.(js|css|woff2)$", path)})


def test_the_first_route(visits: Visits) -> None:
    """given an empty cache / when Pilotage opens / then all that the browser loaded for it is within the budget."""
    page = visits.page("donneur_ordre", f"{visits.contract}/pilotage")
    settled(page)
    page.wait_for_load_state("networkidle")
    asked = _asked(page)
    scripts = {path: _kib(path) for path in asked if path.endswith(".js")}
    fonts = [path for path in asked if path.endswith(".woff2")]
    styles = {path: _kib(path) for path in asked if path.endswith(".css")}
    assert len(scripts) > 3
    assert sum(scripts.values()) <= FIRST_ROUTE_KIB, scripts
    assert sum(styles.values()) <= CSS_KIB, styles
    assert len(fonts) == FONTS


def test_everything_else_that_was_built() -> None:
    """given the built files / then each script and sheet that comes later is within the budget."""
    names = [path.relative_to(DIST).as_posix() for path in DIST.rglob("*") if path.is_file()]
    assert len([name for name in names if name.endswith(".woff2")]) <= FONTS
    index = (DIST / "index.html").read_text()
    later = {name: _kib(name) for name in names if name.endswith((".js", ".css")) and name not in index}
    assert later
    assert {name: size for name, size in later.items() if size > LAZY_KIB} == {}


@pytest.mark.parametrize("screen", ["pilotage", "indicateurs/fcr_ticket", "indicateurs", "sources"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_moves_while_it_loads(visits: Visits, screen: str, viewport: dict[str, int]) -> None:
    """given a screen opened cold / then what is already read does not jump."""
    path, period = f"{visits.contract}/{screen}", month_before(this_month())
    page = visits.page("donneur_ordre", path, options={"viewport": viewport}, periode=period)
    settled(page)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTS) < CLS
