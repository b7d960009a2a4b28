"""Work that needs an event loop, done in a forked child so that the supervisor never has one."""

import os
import signal
import time
from collections.abc import Callable

from deploy.local import child
from deploy.local.errors import PreparationError, RunnerError


class Preparation:
    """A function that runs beside us in a child; its failure comes back as a sentence."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._reader, writer = os.pipe()
        self._pid: int | None = child.fork(lambda: _report(work, writer))
        os.close(writer)

    def join(self, still_possible: Callable[[], None]) -> None:
        """Wait for the end, calling `still_possible` meanwhile. Raises: PreparationError."""
        while self._pid is not None:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._pid = None
                words = self._words()
                if os.waitstatus_to_exitcode(status) != 0:
                    raise PreparationError(words or "The preparation of the databases was interrupted.")
            else:
                still_possible()
                time.sleep(0.005)

    def close(self) -> None:
        """End the child if it still works."""
        if self._pid is not None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = None
        os.close(self._reader)

    def _words(self) -> str:
        return os.read(self._reader, 65536).decode(errors="replace")


def _report(work: Callable[[], None], writer: int) -> int:
    try:
        work()
    except RunnerError as error:
        os.write(writer, str(error).encode())
        return 1
    except Exception as error:
        os.write(writer, f"{type(error).__name__}: {error}".encode()[:4000])
        raise
    return 0
