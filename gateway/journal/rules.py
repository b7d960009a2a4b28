"""What the journal tells (pure)."""

from enum import StrEnum


class Kind(StrEnum):
    """Something done to how people sign in."""

    SECOND_FACTOR_ACTIVATED = "second_factor_activated"
    SECOND_FACTOR_REMOVED = "second_factor_removed"
    SECOND_FACTOR_RESET = "second_factor_reset"
    RECOVERY_CODES_DRAWN = "recovery_codes_drawn"
    RECOVERY_CODE_USED = "recovery_code_used"
    PROVIDER_SET = "provider_set"
    PROVIDER_REMOVED = "provider_removed"
    PROVIDER_BOUND = "provider_bound"
    PROVIDER_SUBJECT_REFUSED = "provider_subject_refused"
    PROVIDER_RELEASED = "provider_released"
