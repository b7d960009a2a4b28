"""Refusals on the way through an organisation's provider."""

from services.common.errors import NotFound, Unavailable


class NoProvider(NotFound):
    """Nobody signs in through a provider with this address, or in this organisation."""

    code = "no_provider"
    title = "No sign-in by an organisation here"


class ProviderUnreachable(Unavailable):
    """The organisation's provider does not answer, or not as an OpenID provider does."""

    code = "provider_unreachable"
    title = "The organisation's provider does not answer"


class ProviderRefused(Exception):
    """What the provider says lets nobody in; `reason` is told to whoever comes back, in one word."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
