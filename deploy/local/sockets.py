"""Listening sockets, opened by the supervisor so that a restarted process finds its waiting callers again."""

import errno
import socket

from deploy.local.errors import PortTakenError, RunnerError

HOST = "127.0.0.1"
_BACKLOG = 2048


def listen(port: int = 0) -> socket.socket:
    """A socket that listens on this machine only; port 0 takes a free one. Raises: PortTakenError."""
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((HOST, port))
        opened.listen(_BACKLOG)
    except OSError as error:
        opened.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(
                f"Port {port} is already in use: stop the program that listens there, or set COPIL_PORT."
            ) from error
        raise RunnerError(f"Port {port} cannot be opened: {error.strerror}.") from error
    return opened


def port_of(opened: socket.socket) -> int:
    """The port that a socket listens on."""
    return int(opened.getsockname()[1])
