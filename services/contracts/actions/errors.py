"""Named failures of actions."""

from services.common.errors import Conflict


class ContractNotActive(Conflict):
    """The contract is a draft: its parties may still change, and would leave what they wrote to a stranger."""

    code = "contract_not_active"
    title = "The contract is a draft"
