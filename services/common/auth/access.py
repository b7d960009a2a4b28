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
    PRACTICE_READ = "practice:read"
    PRACTICE_WRITE = "practice:write"
    ANNOTATION_READ = "annotation:read"
    ANNOTATION_WRITE = "annotation:write"
    ANSWER_READ = "answer:read"
    ANSWER_WRITE = "answer:write"
    VERBATIM_READ = "verbatim:read"
    VERBATIM_REVIEW = "verbatim:review"
    VERBATIM_RULE = "verbatim:rule"
    VERBATIM_TAG = "verbatim:tag"
    THEME_MANAGE = "theme:manage"
    RELAY_READ = "relay:read"
    RELAY_OVERSEE = "relay:oversee"
    RELAY_ACT = "relay:act"
    RELAY_MANAGE = "relay:manage"
    SURVEY_READ = "survey:read"
    SURVEY_MANAGE = "survey:manage"
    PERSON_REQUEST_READ = "person_request:read"
    PERSON_REQUEST_WRITE = "person_request:write"
    ACTION_READ = "action:read"
    ACTION_WRITE = "action:write"
    THREAD_READ = "thread:read"
    THREAD_WRITE = "thread:write"
    THREAD_CONFIDE = "thread:confide"
    EVALUATION_READ = "evaluation:read"
    EVALUATION_WRITE = "evaluation:write"


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
    Permission.PRACTICE_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.PRACTICE_WRITE: frozenset({_F.MANAGER}),
    Permission.ANNOTATION_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.ANNOTATION_WRITE: frozenset({_F.ADMINISTRATOR, _F.MANAGER, _F.SIGNATORY, _F.TEAM_LEAD}),
    Permission.ANSWER_READ: _PEOPLE_OF_THE_CONTRACT | {_F.BI_READER},
    Permission.ANSWER_WRITE: frozenset({_F.MANAGER}),
    Permission.VERBATIM_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.VERBATIM_REVIEW: frozenset({_F.MANAGER, _F.TEAM_LEAD}),
    Permission.VERBATIM_RULE: frozenset({_F.MANAGER}),
    Permission.VERBATIM_TAG: frozenset({_F.MANAGER, _F.TEAM_LEAD}),
    Permission.THEME_MANAGE: frozenset({_F.MANAGER}),
    Permission.RELAY_READ: _PEOPLE_OF_THE_CONTRACT,
    # Of the provider's people the others see what went to their own teams.
    Permission.RELAY_OVERSEE: frozenset({_F.ADMINISTRATOR, _F.MANAGER, _F.SIGNATORY, _F.AUDITOR}),
    Permission.RELAY_ACT: frozenset({_F.MANAGER, _F.TEAM_LEAD}),
    Permission.RELAY_MANAGE: frozenset({_F.MANAGER}),
    Permission.SURVEY_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.SURVEY_MANAGE: frozenset({_F.MANAGER}),
    Permission.PERSON_REQUEST_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.PERSON_REQUEST_WRITE: frozenset({_F.MANAGER}),
    Permission.ACTION_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.ACTION_WRITE: frozenset({_F.ADMINISTRATOR, _F.MANAGER, _F.SIGNATORY, _F.TEAM_LEAD}),
    Permission.THREAD_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.THREAD_WRITE: frozenset({_F.ADMINISTRATOR, _F.MANAGER, _F.SIGNATORY, _F.TEAM_LEAD}),
    Permission.THREAD_CONFIDE: frozenset({_F.ADMINISTRATOR, _F.MANAGER, _F.SIGNATORY}),
    Permission.EVALUATION_READ: _PEOPLE_OF_THE_CONTRACT,
    Permission.EVALUATION_WRITE: frozenset({_F.MANAGER}),
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
