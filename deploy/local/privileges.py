"""Running the database server as an unprivileged user, tied to the life of its parent.

PostgreSQL refuses to run as root. When we are root the server gets another user, and when its files lie below a
folder closed to that user (a home folder, `mktemp -d`) it gets one capability that lets it walk and read there,
not write.
"""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.local.errors import ServerError

# Fast shutdown: what the server is told by the kernel when the process that started it dies.
_PARENT_DEATH = "--pdeathsig=INT"


@dataclass(frozen=True)
class Identity:
    """User and group that the server runs as."""

    uid: int
    gid: int


def server_identity(data: Path) -> Identity | None:
    """The user of the server, or None when it runs as we do.

    Existing data decide: a user called postgres that appears later must not lock us out.
    """
    if os.geteuid() != 0:
        return None
    if data.exists():
        status = data.stat()
        if status.st_uid != 0:
            return Identity(status.st_uid, status.st_gid)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Identity(entry.pw_uid, entry.pw_gid)
    raise ServerError("PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it as.")


def command_prefix(identity: Identity | None, *, readable: Sequence[Path]) -> list[str]:
    """What to put before a server command so that it runs as `identity` and ends with us.

    `readable`: programs and folders that this user has to reach. Raises: ServerError.
    """
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    if identity is None:
        return [setpriv, _PARENT_DEATH] if setpriv else []
    if setpriv is None:
        raise ServerError("PostgreSQL does not run as root: install setpriv (util-linux), or start as another user.")
    dropped = [
        setpriv,
        f"--reuid={identity.uid}",
        f"--regid={identity.gid}",
        "--clear-groups",
        "--no-new-privs",
        _PARENT_DEATH,
    ]
    plain = [*dropped, "--inh-caps=-all"]
    # Without no_setuid_fixup, access(2) ignores the capability (it looks at the real user), and initdb and
    # postgres use access(2) to find their own programs.
    capable = [
        *dropped,
        "--securebits=+no_setuid_fixup",
        "--inh-caps=-all,+dac_read_search",
        "--ambient-caps=+dac_read_search",
    ]
    for prefix in (plain, capable):
        if all(_reaches(prefix, path) for path in readable):
            return prefix
    raise ServerError(
        f"The database server runs as user {identity.uid}, who cannot reach {' or '.join(map(str, readable))}: "
        "open the folders above for passage (chmod o+x), put the clone and COPIL_DATA_DIR elsewhere, "
        "or start Copil as an ordinary user."
    )


def _reaches(prefix: Sequence[str], path: Path) -> bool:
    command = [*prefix, "test", "-x", str(path)]
    return subprocess.run(command, cwd="/", stderr=subprocess.DEVNULL).returncode == 0  # noqa: S603 - our own words
