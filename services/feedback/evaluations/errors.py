"""Named failures of the mutual evaluation."""

from services.common.errors import Conflict


class CriteriaNotAgreed(Conflict):
    """The parties have not agreed on criteria yet: one proposes them, the other agrees."""

    code = "criteria_not_agreed"
    title = "No criteria are agreed"


class EvaluationClosed(Conflict):
    """Nothing is given for this quarter now: its time has not come or is over, or both parties have given theirs."""

    code = "evaluation_closed"
    title = "This quarter is not open"
