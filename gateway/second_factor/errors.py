"""Refusals that only people with a second factor meet."""

from collections.abc import Mapping

from services.common.errors import AppError, Conflict


class CodeRefused(AppError):
    """Not a code of this moment, or one that was used before."""

    status = 401
    code = "code_refused"
    title = "Code not recognised"

    def headers(self) -> Mapping[str, str]:
        return {"www-authenticate": "Session"}


class SignInStepOver(AppError):
    """No sign-in of this browser waits for a code: it took too long, was finished, or never began."""

    status = 401
    code = "sign_in_step_over"
    title = "Begin to sign in again"

    def headers(self) -> Mapping[str, str]:
        return {"www-authenticate": "Session"}


class SecondFactorActive(Conflict):
    """There is a second factor already; it is taken away before another is set up."""

    code = "second_factor_active"
    title = "There is a second factor already"


class NoSecondFactor(Conflict):
    """There is no second factor, or none that is being set up."""

    code = "no_second_factor"
    title = "There is no second factor"
