"""Who is calling, as told by a verified internal token."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from services.common.auth.access import ACCESS, PLATFORM_WIDE, SECOND_FACTOR, Function, Permission
from services.common.errors import Forbidden, SecondFactorRequired

CODE = "otp"
"""How RFC 8176 calls a one-time code among the proofs of a session."""


@dataclass(frozen=True)
class Caller:
    """A person or machine client of an organisation, or another service."""

    subject: str
    issuer: str
    organisation_id: UUID | None = None
    functions: frozenset[Function] = field(default_factory=frozenset)
    roles: frozenset[str] = field(default_factory=frozenset)
    name: str | None = None
    """What people call it: shown beside what it wrote, never judged by."""
    contracts: frozenset[UUID] | None = None
    """The only contracts that it may reach (a key given for some of them); None: all those of its organisation."""

    contract_functions: Mapping[UUID, frozenset[Function]] = field(default_factory=dict)
    """What it does in contracts for which it was given other functions than its own."""
    administrators: tuple[str, ...] = ()
    """Names of some who give functions in its organisation: told with a refusal."""
    proofs: frozenset[str] | None = None
    """How a person proved who they are in this session (RFC 8176); None: a machine client or a service."""

    @property
    def is_platform_admin(self) -> bool:
        """Whether the caller administers the platform."""
        return Function.PLATFORM_ADMIN in self.functions

    def holds(self, permission: Permission, contract_id: UUID | None = None) -> bool:
        """Whether one of the caller's functions, in that contract if one is named, carries the right."""
        return not self._functions_in(contract_id).isdisjoint(ACCESS[permission])

    def _functions_in(self, contract_id: UUID | None) -> frozenset[Function]:
        return self.functions if contract_id is None else self.contract_functions.get(contract_id, self.functions)

    def lacks_second_factor(self, permission: Permission, contract_id: UUID | None = None) -> bool:
        """Whether the right waits for a second factor that this session was opened without."""
        if self.proofs is None or CODE in self.proofs:
            return False
        return not self._functions_in(contract_id).isdisjoint(SECOND_FACTOR.get(permission, frozenset()))

    def holds_somewhere(self, permission: Permission) -> bool:
        """Whether one of the caller's functions carries the right, if only in some contract."""
        return self.holds(permission) or any(self.holds(permission, known) for known in self.contract_functions)

    def reaches(self, contract_id: UUID) -> bool:
        """Whether a contract lies within what the caller was given."""
        return self.contracts is None or contract_id in self.contracts

    def holds_everywhere(self, permission: Permission) -> bool:
        """Whether the right reaches contracts that the caller is no party of."""
        return self.is_platform_admin and permission in PLATFORM_WIDE

    def require(self, permission: Permission, contract_id: UUID | None = None) -> None:
        """Raises: Forbidden when no function of the caller, in that contract if one is named, carries the right;
        SecondFactorRequired when it does and the session was opened without a second factor."""
        if not self.holds(permission, contract_id):
            raise self.refusal(permission)
        if self.lacks_second_factor(permission, contract_id):
            raise SecondFactorRequired("Sign in with a code of your authenticator; set one up on your account first.")

    def refusal(self, permission: Permission) -> Forbidden:
        """What is told to whoever lacks the function: which would do, and who gives it."""
        needed = sorted(ACCESS[permission])
        told: dict[str, Any] = {"administrators": list(self.administrators)} if self.administrators else {}
        return Forbidden(f"This needs one of the functions: {', '.join(needed)}.", functions=needed, **told)


@dataclass(frozen=True)
class ContractAccess:
    """A contract that the caller has been found to reach; only the access dependencies make one."""

    contract_id: UUID
    caller: Caller
    side: str | None
    """`donneur_ordre`, `sous_traitant`, or None for the platform administrator."""
