"""Visits of people to a running installation: signed in by the API, then in a browser like anybody."""

import time
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any, Self
from urllib.parse import urlencode
from uuid import uuid4
from zoneinfo import ZoneInfo

import httpx
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from tests.support.copil import Copil

PATIENCE_MS = 25_000
"""Until something is seen, on a machine that does other things too."""
expect.set_options(timeout=PATIENCE_MS)
PARIS = ZoneInfo("Europe/Paris")
WIDE = {"width": 1440, "height": 1000}
NARROW = {"width": 390, "height": 844}
EXPECTED = ("Failed to load resource", "ApiError:", "Unreachable:")
"""What is written on the console of answers above 399 and of none: tests that provoke some look at the page instead."""


def this_month() -> str:
    """The running month where the contracts of the demonstration are."""
    return f"{datetime.now(PARIS):%Y-%m}"


def month_before(period: str, months: int = 1) -> str:
    """A month that lies before."""
    first = date.fromisoformat(f"{period}-01")
    for _ in range(months):
        first = (first - timedelta(days=1)).replace(day=1)
    return f"{first:%Y-%m}"


class Doors:
    """The session cookies of the demonstration's people and of others added during the run."""

    def __init__(self, copil: Copil) -> None:
        self.copil = copil
        self._cookies: dict[str, list[Any]] = {}
        self._http = httpx.Client(base_url=copil.base_url, timeout=60.0, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def cookies(self, name: str) -> list[Any]:
        """The cookie of a person of the demonstration."""
        if name not in self._cookies:
            told = self.copil.credentials["users"][name]
            self._cookies[name] = self.sign_in(told["email"], told["password"])
        return self._cookies[name]

    def sign_in(self, email: str, password: str) -> list[Any]:
        """The cookie of a new session."""
        answer = self._http.post(
            "/auth/session",
            json={"email": email, "password": password},
            headers={"x-copil-csrf": "1", "origin": self.copil.base_url},
        )
        assert answer.status_code == 200, answer.text
        kept = [
            {"name": cookie.name, "value": cookie.value, "url": self.copil.base_url, "httpOnly": True}
            for cookie in self._http.cookies.jar
        ]
        self._http.cookies.clear()
        return kept

    def person(self, side: str, *functions: str) -> dict[str, Any]:
        """A new person of the organisation of one of the demonstration's clients, with the password drawn."""
        organisation = self.copil.credentials["clients"][side]["organisation_id"]
        number = time.monotonic_ns()
        with self.copil.client("platform_admin") as admin:
            answer = admin.post(
                f"/api/contracts/v1/organisations/{organisation}/people",
                json={
                    "email": f"essai.{number}@copil.example",
                    "name": "Camille Essai",
                    "functions": list(functions or ("manager",)),
                },
            )
        assert answer.status_code == 201, answer.text
        told: dict[str, Any] = answer.json()
        return told


class Visits:
    """Contexts opened by a test."""

    def __init__(self, browser: Browser, doors: Doors) -> None:
        self._browser = browser
        self.doors = doors
        self.copil = doors.copil
        self.faults: list[str] = []
        self._contexts: list[BrowserContext] = []

    @property
    def contract(self) -> str:
        """Path of the first pair's contract in the browser."""
        return f"/contrats/{self.copil.credentials['contract_id']}"

    def url(self, path: str, **search: str) -> str:
        """Address of a screen."""
        return self.copil.base_url + path + (f"?{urlencode(search)}" if search else "")

    def context(self, name: str | None = None, cookies: list[Any] | None = None, **options: Any) -> BrowserContext:
        """A browser profile of its own, of somebody signed in or of nobody."""
        context = self._browser.new_context(**({"viewport": WIDE, "locale": "fr-FR"} | options))
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        wanted = cookies if cookies is not None else self.doors.cookies(name) if name else []
        if wanted:
            context.add_cookies(wanted)
        return context

    def page(self, name: str | None, path: str, *, options: dict[str, Any] | None = None, **search: str) -> Page:
        """A page of somebody, opened there."""
        page = self.context(name, **(options or {})).new_page()
        page.goto(self.url(path, **search))
        return page

    def newcomer(self, organisation_id: str, name: str, *functions: str) -> Page:
        """A page of somebody new of an organisation of an installation that began with nothing; a manager."""
        answer = httpx.post(
            f"{self.copil.base_url}/api/contracts/v1/organisations/{organisation_id}/people",
            json={"email": f"{uuid4()}@copil.example", "name": name, "functions": list(functions or ("manager",))},
            headers={"authorization": f"Bearer {self.copil.administrator()}"},
            trust_env=False,
        )
        assert answer.status_code == 201, answer.text
        cookies = self.doors.sign_in(answer.json()["email"], answer.json()["password"])
        return self.context(cookies=cookies, reduced_motion="reduce").new_page()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED):
            self.faults.append(message.text)

    def close(self) -> None:
        """Close all."""
        for context in self._contexts:
            with suppress(Exception):
                context.close()
