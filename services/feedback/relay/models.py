"""Tables of the relay."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, FetchedValue, ForeignKeyConstraint, Index, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp


class Written:
    """Who wrote a row, and when."""

    written_by: Mapped[str] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    written_side: Mapped[str] = mapped_column(Text)
    written_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())


class RelayRuleSet(Written, Table):
    """The rules of a contract, each time all of them; the newest version holds."""

    __tablename__ = "relay_rule_set"

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rules: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)


class RelayTeam(Written, Table):
    """A team of the provider."""

    __tablename__ = "relay_team"

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    members: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    active: Mapped[bool] = mapped_column(Boolean, server_default=FetchedValue())


class RelayItem(Table):
    """An answer that was relayed to a team, once; its words are where they are, and go with them."""

    __tablename__ = "relay_item"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
        ForeignKeyConstraint(["contract_id", "team_id"], ["relay_team.contract_id", "relay_team.id"]),
        CheckConstraint("kind IN ('trouble', 'praise')", "kind"),
        CheckConstraint(
            "state IN ('to_do', 'acknowledged', 'caused', 'acted', 'replied', 'accepted', 'returned', 'passed_on')",
            "state",
        ),
        Index(None, "contract_id", "due_at", "answer_id"),
        Index(None, "contract_id", "created_at"),
        Index(None, "contract_id", "team_id", "kind", "state", "due_at"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    answer_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    team_id: Mapped[UUID]
    rules_version: Mapped[int] = mapped_column(Integer)
    answer_within_hours: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    due_at: Mapped[Timestamp]
    state: Mapped[str] = mapped_column(Text, server_default=FetchedValue())


class RelayLeftOut(Table):
    """An answer that a rule would have been for, had it not been given before the rule began, or too long ago."""

    __tablename__ = "relay_left_out"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
        ForeignKeyConstraint(["contract_id", "team_id"], ["relay_team.contract_id", "relay_team.id"]),
        Index(None, "contract_id", "noted_at"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    answer_id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID]
    """The team that it would have gone to."""
    noted_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())


class RelayStep(Written, Table):
    """What somebody did about an item."""

    __tablename__ = "relay_step"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "answer_id"], ["relay_item.contract_id", "relay_item.answer_id"]),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    answer_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step: Mapped[str] = mapped_column(Text)
    cause: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    action_id: Mapped[UUID | None]
    """Of the register of actions, which another service keeps."""
    erased: Mapped[bool] = mapped_column(Boolean, server_default=FetchedValue())
