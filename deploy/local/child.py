"""The life of a forked child: what it drops of its parent, and how it runs."""

import asyncio
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

from deploy.local.linux import die_with_parent
from deploy.local.process import Kind, Process

GRACE = 10
"""Seconds that open requests have after SIGTERM."""


def fork(body: Callable[[], int]) -> int:
    """Fork; the child runs `body` and ends with its result as exit status. Returns the child's process id."""
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    # A signal that arrives between fork and our own handlers would be handled by the parent's, in the child.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
    pid = os.fork()
    if pid == 0:
        _live(parent, before, body)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return pid


def _live(parent: int, mask: set[signal.Signals | int], body: Callable[[], int]) -> NoReturn:
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        os.setsid()
        for number in (signal.SIGINT, signal.SIGHUP, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        # uvicorn raises the signal again once it has stopped in order: that is a good end, not a death.
        signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
        die_with_parent(parent, signal.SIGKILL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        gc.enable()
        status = body()
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else 1
    except BaseException:  # noqa: BLE001 - the last frame of a process: everything ends in its log
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def run(process: Process) -> int:
    """Run one process of the list until it ends or is told to; returns the exit status."""
    match process.kind:
        case Kind.APP:
            return _serve(process)
        case Kind.WORKER:
            return _work(process)
        case Kind.TASK:
            process.factory(process.settings)
            return 0


def _serve(process: Process) -> int:
    import uvicorn

    config = uvicorn.Config(
        process.factory(process.settings),
        loop="uvloop",
        http=process.protocol or "httptools",
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=process.keep_alive,
        timeout_graceful_shutdown=GRACE,
    )
    server = uvicorn.Server(config)
    server.run(sockets=[process.listener] if process.listener else None)
    return 0 if server.started else 3


def _work(process: Process) -> int:
    import uvloop

    async def until_told() -> None:
        work: asyncio.Task[Any] = asyncio.ensure_future(process.factory(process.settings))
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, work.cancel)
        try:
            await work
        except asyncio.CancelledError:
            return

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(until_told())
    return 0
