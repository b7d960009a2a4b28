"""Pure rules about people."""

from collections.abc import Collection, Iterable

from services.common.auth.access import Function


def may_be_given(functions: Iterable[Function], *, to_operator: bool) -> bool:
    """Whether people of an organisation may have these functions: the platform is administered by its operator's."""
    return to_operator or Function.PLATFORM_ADMIN not in functions


def leaves_nobody(before: Collection[str], after: Collection[str], other_administrators: int) -> bool:
    """Whether a change of functions (none: deactivation) takes an organisation its last administrator."""
    return Function.ADMINISTRATOR in before and Function.ADMINISTRATOR not in after and other_administrators == 0
