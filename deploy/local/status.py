"""`copil status`: what runs on this data folder."""

from pathlib import Path

from deploy.local.errors import RunnerError
from deploy.local.files import read_json_object
from deploy.local.options import Options
from deploy.local.readiness import wait_for


def show(options: Options) -> int:
    """Print a line per process; the exit status is 0 when all live and the gateway is ready, else 3."""
    processes = read_json_object(options.folder.processes)
    if not processes or not lives(processes["supervisor"]["pid"]):
        print(f"Nothing runs on {options.folder.root}.")
        return 3
    well = True
    for name, process in processes.items():
        alive = lives(process["pid"])
        well = well and alive
        port = process["port"] or ""
        print(f"{name:<14} {process['pid']:>8} {port:>6}  {'running' if alive else 'ended'}")
    try:
        wait_for(f"http://127.0.0.1:{processes['gateway']['port']}/readyz", patience=0)
    except (KeyError, RunnerError):
        print("Not ready.")
        return 3
    print("Ready.")
    return 0 if well else 3


def lives(pid: int) -> bool:
    """Whether a process runs; a zombie does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"
