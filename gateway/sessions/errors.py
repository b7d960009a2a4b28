"""Refusals that only people who sign in meet."""

from collections.abc import Mapping

from gateway.errors import BadRequest
from services.common.errors import AppError, Forbidden


class SignInFailed(AppError):
    """Unknown address, wrong password or deactivated: which of them is not told."""

    status = 401
    code = "sign_in_failed"
    title = "Address or password not recognised"

    def headers(self) -> Mapping[str, str]:
        return {"www-authenticate": "Session"}


class ForeignRequest(Forbidden):
    """A request with a session that changes something and does not come from our own pages."""

    code = "csrf"
    title = "This does not come from a page of Copil"


class TwoProofs(BadRequest):
    """A session and another proof together: whose request is it?"""

    code = "two_proofs"
    title = "Either a session or an Authorization field, not both"
