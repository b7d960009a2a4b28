"""Named failures of outgoing webhooks."""

from services.common.errors import Conflict, Invalid


class AddressRefused(Invalid):
    """An address that messages are never sent to: not https on port 443, or not of a public host by its name."""

    code = "outgoing_address_refused"
    title = "Messages are not sent to this address"


class HookRemoved(Conflict):
    """The tool was removed: nothing is sent to it any more."""

    code = "outgoing_hook_removed"
    title = "The tool was removed"


class NoMoreHooks(Conflict):
    """The contract has as many tools as it may."""

    code = "outgoing_hooks_full"
    title = "No further tool can be told"
