"""Failures of feeds."""

from services.common.errors import Conflict


class OtherParties(Conflict):
    """The two contracts are not between the same two parties, on the same sides."""

    code = "other_parties"
    title = "Not the same two parties"
