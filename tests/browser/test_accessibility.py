"""Every screen, light and dark, French and English, narrow and wide: axe, overflow, sizes, focus, colours, paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.screens import SCREENS, show, speak
from tests.support.visits import NARROW, WIDE, Visits

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
VIEWS = ((WIDE, "fr", "light"), (WIDE, "fr", "dark"), (NARROW, "en", "light"), (NARROW, "en", "dark"))
SMALLEST_PX = 12.8

RUN_AXE = """async runOnly => {
  // A change of theme or width may be on its way.
  await Promise.allSettled(document.getAnimations().map(one => one.finished))
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const options = { runOnly, resultTypes: ['violations'] }
  const { violations } = await axe.run(document, options)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id} at ${target.join(' ')}: ${failureSummary.split('\\n')[1] ?? ''}`))
}"""
WIDER_THAN_THE_WINDOW = """async () => {
  // What is drawn to measure hears of a new width by an observer, and draws itself again in a frame.
  for (let frame = 0; frame < 3; frame++) await new Promise(resolve => requestAnimationFrame(resolve))
  return document.documentElement.scrollWidth - document.documentElement.clientWidth
}"""
WHOLE_HEIGHT = "document.documentElement.scrollHeight + 200"
SMALL_TEXT = """smallest => {
  const found = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('.visually-hidden')) continue
    const size = parseFloat(getComputedStyle(element).fontSize)
    if (size < smallest - 0.01) found.add(`${size} px: ${walker.currentNode.data.trim().slice(0, 40)}`)
  }
  return [...found]
}"""
REACHABLE = """() => {
  const wanted = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
  // Of radios of one name Tab stops at the chosen one; the arrows reach the others.
  const passed = one => one.type === 'radio' && !one.checked &&
    document.querySelector(`input[type=radio][name="${one.name}"]:checked`) !== null
  const shown = one => !passed(one) && one.checkVisibility({ visibilityProperty: true }) && !one.disabled &&
    !one.closest('[inert]')
  return [...document.querySelectorAll(wanted)].filter(one => one.tabIndex >= 0 && shown(one)).map((one, place) => {
    one.dataset.place = place
    return `${place} ${one.tagName} ${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40)}`
  })
}"""
FOCUSED = """() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
  const seen = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  return { place: one.dataset.place ?? null, seen, name: `${one.tagName} ${one.className}` }
}"""


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, long_visits: Visits) -> Iterator[Page]:
    """One screen, used by all tests below before the next is opened."""
    page = show(long_visits, request.param)
    yield page
    page.context.close()


def test_axe(screen: Page) -> None:
    """given a screen / then no rule is broken in any theme, language or width.

    Names differ by language, places by width: all rules are asked of each, not of every pair; colours in both themes.
    """
    screen.evaluate(AXE.read_text())
    found: list[str] = []
    for size, language, theme in VIEWS:
        # As high as the page: what a fixed bar covers now can be scrolled to.
        screen.set_viewport_size(size)  # type: ignore[arg-type]
        screen.set_viewport_size({"width": size["width"], "height": screen.evaluate(WHOLE_HEIGHT)})
        speak(screen, language)
        screen.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        # Of all rules only those on colours can differ from the light theme, and they take most of the time.
        wanted = {"type": "tag", "values": TAGS} if theme == "light" else {"type": "rule", "values": COLOURS}
        found += [f"{size['width']} {language} {theme}: {one}" for one in screen.evaluate(RUN_AXE, wanted)]
    screen.emulate_media(color_scheme="light")
    speak(screen, "fr")
    screen.set_viewport_size(WIDE)  # type: ignore[arg-type]
    assert "\n".join(found) == ""


def test_nothing_is_wider_than_the_window(screen: Page) -> None:
    """given a window of any width, forced colours or paper / then nothing has to be scrolled sideways."""
    found = {}
    for width in (320, 390, 768, 1440):
        screen.set_viewport_size({"width": width, "height": 900})
        found[str(width)] = screen.evaluate(WIDER_THAN_THE_WINDOW)
    screen.emulate_media(forced_colors="active")
    found["forced colours"] = screen.evaluate(WIDER_THAN_THE_WINDOW)
    screen.emulate_media(forced_colors="none", media="print")
    for width in (718, 1047):
        # A4 within its margins, upright and lying, in px.
        screen.set_viewport_size({"width": width, "height": 1000})
        found[f"paper {width}"] = screen.evaluate(WIDER_THAN_THE_WINDOW)
    screen.emulate_media(media="screen")
    screen.set_viewport_size(WIDE)  # type: ignore[arg-type]
    assert {width: excess for width, excess in found.items() if excess > 0} == {}


def test_no_text_is_too_small(screen: Page) -> None:
    """given a phone and a desk / then no text is below 12.8 px."""
    found = {}
    for size in (NARROW, WIDE):
        screen.set_viewport_size(size)  # type: ignore[arg-type]
        found[size["width"]] = screen.evaluate(SMALL_TEXT, SMALLEST_PX)
    assert found == {390: [], 1440: []}


def test_everything_is_reached_by_tab(screen: Page) -> None:
    """given a keyboard / then Tab reaches every control, and the focus is seen on each."""
    if screen.locator(".account").count():
        # It comes after everything else: what comes while the keys are pressed would have no place.
        expect(screen.locator(".bell")).to_be_visible()
    wanted = screen.evaluate(REACHABLE)
    assert wanted
    screen.evaluate("document.activeElement?.blur(); window.getSelection().removeAllRanges(); window.scrollTo(0, 0)")
    reached: set[str] = set()
    unseen: list[str] = []
    # A date holds a stop for the day, the month, the year and its calendar.
    dates = screen.locator("input[type=date]").count()
    for _ in range(len(wanted) + 3 * dates + 10):
        screen.keyboard.press("Tab")
        focused = screen.evaluate(FOCUSED)
        if focused is None or focused["place"] in reached:
            # Past the last control the focus leaves the page and comes back at its start.
            if len(reached) >= len(wanted):
                break
            continue
        if focused["place"] is not None:
            reached.add(focused["place"])
        if not focused["seen"]:
            unseen.append(focused["name"])
    assert [one for one in wanted if one.split(" ", 1)[0] not in reached] == []
    assert unseen == []
