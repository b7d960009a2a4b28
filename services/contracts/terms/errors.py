"""Named failures of parameters."""

from services.common.errors import Conflict


class ContractAccepted(Conflict):
    """The contract was accepted: only its parties amend it."""

    code = "contract_accepted"
    title = "The contract was accepted"
