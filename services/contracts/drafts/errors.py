"""Named failures of correcting a draft."""

from services.common.errors import Conflict


class DraftInUse(Conflict):
    """Something hangs on the draft (`held_by`), so its parties stay and it cannot be given up."""

    code = "draft_in_use"
    title = "Something hangs on this draft"


class NotADraft(Conflict):
    """The contract was accepted: only its terms change, by amendments of both."""

    code = "not_a_draft"
    title = "The contract is no draft any more"
