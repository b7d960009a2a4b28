"""What a reader waits for on a slow phone: the largest paint of Pilotage and of an indicator, cold, throttled."""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from deploy.local import frontend
from tests.bench.figures import ROUNDS, Figure
from tests.support.browser import CHROMIUM, FLAGS
from tests.support.copil import ROOT, running_copil
from tests.support.screens import settled
from tests.support.visits import NARROW, Doors, Visits, month_before, this_month

AT_MOST_S = 3.5
CPU = 4
BITS_PER_SECOND = 1_600_000
LATENCY_MS = 150
SCREENS = {"pilotage": "F1", "indicateurs/fcr_ticket": "F2"}

LARGEST = """new Promise(resolve => {
  let last = 0
  new PerformanceObserver(list => { for (const one of list.getEntries()) last = one.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  setTimeout(() => resolve(last / 1000), 300)
})"""


def measure(folder: Path) -> list[Figure]:
    """Seconds until the largest paint, each round in a profile of its own."""
    frontend.build(ROOT / "frontend")
    with running_copil(folder / "frontend") as copil, sync_playwright() as playwright, Doors(copil) as doors:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            return [_figure(browser, doors, screen, name) for screen, name in SCREENS.items()]
        finally:
            browser.close()


def _figure(browser: Browser, doors: Doors, screen: str, name: str) -> Figure:
    what = f"largest paint of {screen}, CPU /{CPU}, 1.6 Mbit/s, {LATENCY_MS} ms, 390x844"
    values = [_paint(browser, doors, screen) for _ in range(ROUNDS)]
    return Figure(name, what, "-", values, unit="s", at_most=AT_MOST_S)


def _paint(browser: Browser, doors: Doors, screen: str) -> float:
    visits = Visits(browser, doors)
    try:
        page = visits.context("donneur_ordre", viewport=NARROW).new_page()
        throttle = page.context.new_cdp_session(page)
        throttle.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
        throttle.send("Network.enable")
        speed = BITS_PER_SECOND / 8
        network = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed}
        throttle.send("Network.emulateNetworkConditions", network)
        page.goto(visits.url(f"{visits.contract}/{screen}", periode=month_before(this_month())))
        settled(page)
        seconds: float = page.evaluate(LARGEST)
        return seconds
    finally:
        visits.close()
