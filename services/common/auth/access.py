"""The whole access table on one screen: permission x function.

Sides belong to the contract: being a party of it is checked first (404), the function second (403).
`platform_admin` exercises the rights of PLATFORM_WIDE on any contract without being a party of it, and no other.
"""

from enum import StrEnum


class Function(StrEnum):
    """What a person or a machine client does for its organisation."""

    PLATFORM_ADMIN = "platform_admin"
    ADMINISTRATOR = "administrator"
    MANAGER = "manager"
    SIGNATORY = "signatory"
    TEAM_LEAD = "team_lead"
    READER = "reader"
    AUDITOR = "auditor"
    BI_READER = "bi_reader"


class Permission(StrEnum):
    """A right, written `resource:action`."""

    PLATFORM_MANAGE = "platform:manage"
    ORGANISATION_CREATE = "organisation:create"
    ORGANISATION_READ = "organisation:read"
    CLIENT_MANAGE = "client:manage"
    PERSON_MANAGE = "person:manage"
    PROFILE_MANAGE = "profile:manage"
    BI_KEY_MANAGE = "bi_key:manage"
    CONTRACT_CREATE = "contract:create"
    CONTRACT_READ = "contract:read"
    TERMS_WRITE = "terms:write"
    ACCEPTANCE_CREATE = "acceptance:create"
    SOURCE_READ = "source:read"
    SOURCE_MANAGE = "source:manage"
    DELIVERY_READ = "delivery:read"
    REPLAY_CREATE = "replay:create"
    REPLAY_APPROVE = "replay:approve"
    SCOPE_APPROVE = "scope:approve"
    REBUILD_CREATE = "rebuild:create"
    TICKET_READ = "ticket:read"
    TEAM_READ = "team:read"
    FIGURE_READ = "figure:read"
    BASELINE_READ = "baseline:read"
    BASELINE_WRITE = "baseline:write"
    ANNOTATION_READ = "annotation:read"
    ANNOTATION_WRITE = "annotation:write"
    ANSWER_READ = "answer:read"
    ANSWER_WRITE = "answer:write"
    VERBATIM_READ = "verbatim:read"
    PERSON_REQUEST_READ = "person_request:read"
    PERSON_REQUEST_WRITE = "person_request:write"


_F = Function
_PEOPLE_OF_THE_CONTRACT = frozenset(
    {_F.ADMINISTRATOR, _F.MANAGER, _F.SIGNATORY, _F.TEAM_LEAD, _F.READER, _F.AUDITOR},
)

ACCESS: dict[Permission, frozenset[Function]] = {
    Permission.PLATFORM_MANAGE: frozenset({_F.PLATFORM_ADMIN}),
    Permission.ORGANISATION_CREATE: frozenset({_F.PLATFORM_ADMIN}),
    Permission.ORGANISATION_READ: frozenset(_F),
    Permission.CLIENT_MANAGE: frozenset({_F.PLATFORM_ADMIN, _F.ADMINISTRATOR}),
    Permission.PERSON_MANAGE: frozenset({_F.PLATFORM_ADMIN, _F.ADMINISTRATOR}),
    Permission.PROFILE_MANAGE: frozenset(_F),
    Permission.BI_KEY_MANAGE: frozenset({_F.ADMINISTRATOR, _F.MANAGER}),
    Permission.CONTRACT_CREATE: frozenset({_F.PLATFORM_ADMIN, _F.MANAGER}),
    Permission.CONTRACT_READ: frozenset(_F),
    Permission.TERMS_WRITE: frozenset({_F.PLATFORM_ADMIN, _F.MANAGER}),
    Permission.ACCEPTANCE_CREATE: frozenset({_F.MANAGER, _F.SIGNATORY}),
    Permission.SOURCE_READ: _PEOPLE_OF_THE_CONTRACT | {_F.PLATFORM_ADMIN},
    Permission.SOURCE_MANAGE: frozenset({_F.MANAGER}),
    Permission.DELIVERY_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.REPLAY_CREATE: frozenset({_F.PLATFORM_ADMIN, _F.MANAGER}),
    Permission.REPLAY_APPROVE: frozenset({_F.MANAGER}),
    Permission.SCOPE_APPROVE: frozenset({_F.MANAGER}),
    Permission.REBUILD_CREATE: frozenset({_F.PLATFORM_ADMIN, _F.MANAGER}),
    Permission.TICKET_READ: _PEOPLE_OF_THE_CONTRACT | {_F.BI_READER},
    Permission.TEAM_READ: frozenset({_F.MANAGER, _F.TEAM_LEAD}),
    Permission.FIGURE_READ: _PEOPLE_OF_THE_CONTRACT | {_F.BI_READER},
    Permission.BASELINE_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.BASELINE_WRITE: frozenset({_F.MANAGER}),
    Permission.ANNOTATION_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.ANNOTATION_WRITE: frozenset({_F.ADMINISTRATOR, _F.MANAGER, _F.SIGNATORY, _F.TEAM_LEAD}),
    Permission.ANSWER_READ: _PEOPLE_OF_THE_CONTRACT | {_F.BI_READER},
    Permission.ANSWER_WRITE: frozenset({_F.MANAGER}),
    Permission.VERBATIM_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.PERSON_REQUEST_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.PERSON_REQUEST_WRITE: frozenset({_F.MANAGER}),
}

SECOND_FACTOR: dict[Permission, frozenset[Function]] = {
    Permission.ACCEPTANCE_CREATE: frozenset({_F.SIGNATORY}),
}
"""Rights that people who hold one of these functions, others beside it or not, use only in a session that was opened
with a second factor. Machine clients have no session and no second factor."""

PLATFORM_WIDE = frozenset(
    {
        Permission.CONTRACT_READ,
        Permission.TERMS_WRITE,
        Permission.SOURCE_READ,
        Permission.REPLAY_CREATE,
        Permission.REBUILD_CREATE,
    },
)
