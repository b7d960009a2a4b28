"""Pure rules about organisations and their clients."""

import re
from collections.abc import Iterable

from services.common.auth.access import Function
from services.common.errors import NotFound

_CLIENT_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)


def client_id_of(text: str) -> str:
    """The client id in a path. Raises: NotFound when it cannot be one."""
    if not _CLIENT_ID.fullmatch(text):
        raise NotFound
    return text


def may_give(giver: Iterable[Function], given: Iterable[Function]) -> bool:
    """Whether somebody with these functions may hand out those: only the platform makes its own administrators."""
    return Function.PLATFORM_ADMIN in giver or Function.PLATFORM_ADMIN not in given
