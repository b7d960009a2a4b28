"""Failures that only people who choose a password meet."""

from services.common.errors import Conflict, NotFound


class LinkSpent(NotFound):
    """A link that was used, replaced, taken back, or came too late; which of them is not told."""

    code = "link_spent"
    title = "This link opens nothing any more"


class EmailTaken(Conflict):
    """Somebody who may act signs in with this address already."""

    code = "email_taken"
    title = "This address belongs to somebody"


class AccountExists(Conflict):
    """Somebody of those named may sign in already."""

    code = "administrator_exists"
    title = "The platform has an administrator"
