"""Failures that only people meet."""

from services.common.errors import Conflict


class EmailTaken(Conflict):
    """Somebody who may act signs in with this address already."""

    code = "email_taken"
    title = "This address belongs to somebody"


class LastAdministrator(Conflict):
    """The organisation would be left without anybody who administers it."""

    code = "last_administrator"
    title = "An organisation keeps one administrator"
