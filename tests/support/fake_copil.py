"""The runner with tiny applications in place of the services: `python -m tests.support.fake_copil`.

The environment is that of the real one; FAKE_TASK=fails lets the task after the start fail.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from deploy.local.errors import RunnerError
from deploy.local.installation import APPS, Installation
from deploy.local.options import from_environment
from deploy.local.process import Kind, Process, Stage
from deploy.local.readiness import Readiness, bring_up
from deploy.local.run import run


@dataclass(frozen=True)
class FakeSettings:
    """Who we are, and where we write down that we ended."""

    name: str
    folder: Path

    def write_end(self) -> None:
        """One line per process that ended in order, with whether the database still ran."""
        database = (self.folder / "postgres" / "postmaster.pid").exists()
        with (self.folder / "ended.txt").open("a") as file:
            file.write(f"{self.name} {'before' if database else 'after'} postgres\n")


def fake_app(settings: FakeSettings) -> Starlette:
    """An application that says who it is, and can crash or be slow when asked; somebody administers it already."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        settings.write_end()

    async def who(request: Request) -> JSONResponse:
        if "crash" in request.query_params:
            os._exit(7)
        await asyncio.sleep(float(request.query_params.get("sleep", "0")))
        return JSONResponse({"name": settings.name, "pid": os.getpid()})

    async def token(_request: Request) -> JSONResponse:
        return JSONResponse({"access_token": "of the first client"})

    async def administered(_request: Request) -> JSONResponse:
        return JSONResponse({}, 409)

    routes = [
        Route("/auth/token", token, methods=["POST"]),
        Route("/api/contracts/v1/platform/first-administrator-links", administered, methods=["POST"]),
        Route("/{path:path}", who),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


async def fake_worker(settings: FakeSettings) -> None:
    """Wait until told to end."""
    try:
        await asyncio.Event().wait()
    finally:
        settings.write_end()


def failing_task(_settings: object) -> None:
    """A task that never succeeds."""
    raise RuntimeError("told to fail")


def processes(installation: Installation) -> Sequence[Process]:
    """The real names and stages with fake content."""
    folder = installation.options.folder.root
    task: Callable[[Readiness], None] = failing_task if os.environ.get("FAKE_TASK") == "fails" else bring_up
    return [
        *(
            Process(
                name=app,
                kind=Kind.APP,
                stage=Stage.GATEWAY if app == "gateway" else Stage.SERVICE,
                factory=fake_app,
                settings=FakeSettings(app, folder),
                listener=installation.sockets[app],
            )
            for app in APPS
        ),
        Process("kpi-worker", Kind.WORKER, Stage.WORKER, fake_worker, FakeSettings("kpi-worker", folder)),
        Process("readiness", Kind.TASK, Stage.GATEWAY, task, Readiness(installation)),
    ]


def main() -> int:
    """Run until told to stop."""
    try:
        return run(from_environment(), build=processes, upgrade=lambda _urls: None)
    except RunnerError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
