"""Named failures of acceptances."""

from services.common.errors import Conflict


class NotProposed(Conflict):
    """The version named belongs to a draft: a draft is accepted as a whole."""

    code = "version_not_proposed"


class AmendmentSettled(Conflict):
    """The amendment waits no more: it is in force, was refused or withdrawn."""

    code = "amendment_settled"
    title = "The amendment waits no more"


class QuestionsOpen(Conflict):
    """A commitment (`commitments`) has no four times yes to the four questions yet, so it cannot be accepted."""

    code = "questions_open"
    title = "The four questions are open"
