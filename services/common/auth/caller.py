"""Who is calling, as told by a verified internal token."""

from dataclasses import dataclass, field
from uuid import UUID

from services.common.auth.access import ACCESS, PLATFORM_WIDE, Function, Permission
from services.common.errors import Forbidden


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

    @property
    def is_platform_admin(self) -> bool:
        """Whether the caller administers the platform."""
        return Function.PLATFORM_ADMIN in self.functions

    def holds(self, permission: Permission) -> bool:
        """Whether one of the caller's functions carries the right."""
        return not self.functions.isdisjoint(ACCESS[permission])

    def reaches(self, contract_id: UUID) -> bool:
        """Whether a contract lies within what the caller was given."""
        return self.contracts is None or contract_id in self.contracts

    def holds_everywhere(self, permission: Permission) -> bool:
        """Whether the right reaches contracts that the caller is no party of."""
        return self.is_platform_admin and permission in PLATFORM_WIDE

    def require(self, permission: Permission) -> None:
        """Raises: Forbidden when no function of the caller carries the right."""
        if not self.holds(permission):
            raise Forbidden(f"This needs one of the functions: {', '.join(sorted(ACCESS[permission]))}.")


@dataclass(frozen=True)
class ContractAccess:
    """A contract that the caller has been found to reach; only the access dependencies make one."""

    contract_id: UUID
    caller: Caller
    side: str | None
    """`donneur_ordre`, `sous_traitant`, or None for the platform administrator."""
