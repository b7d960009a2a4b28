"""Named failures of acceptances."""

from services.common.errors import Conflict


class NotProposed(Conflict):
    """The version named belongs to a draft: a draft is accepted as a whole."""

    code = "version_not_proposed"
