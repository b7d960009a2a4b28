"""Named failures of contracts."""

from services.common.errors import Conflict


class DraftAbandoned(Conflict):
    """The draft was given up: nothing is written into it any more."""

    code = "draft_abandoned"
    title = "The draft was given up"
