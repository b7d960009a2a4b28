"""Actions that both parties take against a cause, and each step of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

SIDES = "('donneur_ordre', 'sous_traitant')"
STATES = "('proposed', 'accepted', 'in_progress', 'done', 'verified', 'abandoned')"
ORIGINS = "('figure', 'verbatim', 'thread', 'meeting', 'free')"
MUTABLE = (
    "title, cause, description, owner_donneur_ordre, owner_donneur_ordre_name, owner_sous_traitant,"
    " owner_sous_traitant_name, due_on, asked_due_on, asked_side, postponed, effect_indicator, effect_variant,"
    " effect_direction, effect_change, effect_amount, effect_by, state, revision, proposed_side, started_on, done_on,"
    " done_side, closed_on"
)
# Nobody writes in the name of the other side, whatever the program asks for.
OWN_SIDE = (
    "EXISTS (SELECT 1 FROM contract_party p WHERE p.contract_id = action_step.contract_id"
    f" AND p.organisation_id = {shared.ORGANISATION} AND p.side = action_step.written_side"
    " AND p.valid_from <= now() AND (p.valid_to IS NULL OR p.valid_to > now()))"
)
# The other party's people are not to be read: whether one of them may be accountable is answered, and their name, to a
# party that knows who is meant.
ACTION_OWNER = """
    CREATE FUNCTION action_owner(contract uuid, wanted uuid, able text[])
    RETURNS TABLE (side text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT party.side, p.name
        FROM parties_of(contract) party JOIN person p ON p.organisation_id = party.organisation_id
        LEFT JOIN contract_function f ON f.person_id = p.id AND f.contract_id = contract AND f.ended_at IS NULL
            AND f.valid_from <= now() AND (f.valid_to IS NULL OR f.valid_to > now())
        WHERE p.id = wanted AND party.valid_from <= now() AND (party.valid_to IS NULL OR party.valid_to > now())
            AND p.deactivated_at IS NULL AND p.joined_at IS NOT NULL
            AND coalesce(f.functions, CASE WHEN p.only_contracts THEN '{}' ELSE p.functions END) && able
    $$
"""


def upgrade() -> None:
    op.create_table(
        "action",
        sa.Column("contract_id", sa.Uuid, sa.ForeignKey("contract.contract_id"), primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("description", sa.Text),
        sa.Column("owner_donneur_ordre", sa.Uuid, sa.ForeignKey("person.id")),
        sa.Column("owner_donneur_ordre_name", sa.Text),
        sa.Column("owner_sous_traitant", sa.Uuid, sa.ForeignKey("person.id")),
        sa.Column("owner_sous_traitant_name", sa.Text),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("asked_due_on", sa.Date),
        sa.Column("asked_side", sa.Text),
        sa.Column("postponed", sa.Integer, nullable=False, server_default="0"),
        sa.Column("effect_indicator", sa.Text),
        sa.Column("effect_variant", sa.Text),
        sa.Column("effect_direction", sa.Text),
        sa.Column("effect_change", sa.Text),
        sa.Column("effect_amount", sa.Numeric),
        sa.Column("effect_by", sa.Date),
        sa.Column("origin_kind", sa.Text, nullable=False),
        sa.Column("origin_id", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("proposed_side", sa.Text, nullable=False),
        sa.Column("started_on", sa.Date),
        sa.Column("done_on", sa.Date),
        sa.Column("done_side", sa.Text),
        sa.Column("closed_on", sa.Date),
        *_written(),
        sa.CheckConstraint(f"state IN {STATES}", "ck_action_state"),
        sa.CheckConstraint(f"origin_kind IN {ORIGINS}", "ck_action_origin"),
        sa.CheckConstraint(f"proposed_side IN {SIDES} AND done_side IN {SIDES} AND asked_side IN {SIDES}",
                           "ck_action_sides"),
        sa.CheckConstraint("num_nonnulls(owner_donneur_ordre, owner_sous_traitant) > 0", "ck_action_owners"),
        sa.CheckConstraint("num_nonnulls(asked_due_on, asked_side) IN (0, 2)", "ck_action_asked"),
        sa.CheckConstraint(
            "num_nonnulls(effect_indicator, effect_direction, effect_change, effect_amount, effect_by) IN (0, 5)",
            "ck_action_effect",
        ),
        sa.CheckConstraint(
            "(state IN ('done', 'verified')) = (num_nonnulls(done_on, done_side) = 2)", "ck_action_done"
        ),
        sa.CheckConstraint("(state IN ('verified', 'abandoned')) = (closed_on IS NOT NULL)", "ck_action_closed"),
    )  # fmt: skip
    op.create_index(
        "ix_action_contract_id_origin_kind_origin_id", "action", ["contract_id", "origin_kind", "origin_id"]
    )
    op.create_table(
        "action_step",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("action_id", sa.Uuid, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("comment", sa.Text),
        sa.Column("changes", JSONB, nullable=False),
        *_written(),
        sa.ForeignKeyConstraint(["contract_id", "action_id"], ["action.contract_id", "action.id"]),
        sa.CheckConstraint(f"state IN {STATES}", "ck_action_step_state"),
    )
    op.create_index("ix_action_step_contract_id_action_id_id", "action_step", ["contract_id", "action_id", "id"])
    op.execute(
        "CREATE TRIGGER action_step_stands BEFORE UPDATE OR DELETE ON action_step"
        " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER action_step_stays BEFORE TRUNCATE ON action_step"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    shared.protect("contracts", "action", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))
    op.execute("REVOKE UPDATE ON action FROM contracts_app")
    op.execute(f"GRANT UPDATE ({MUTABLE}) ON action TO contracts_app")
    shared.protect("contracts", "action_step", read=shared.PARTY, write=OWN_SIDE)
    op.execute(ACTION_OWNER)
    op.execute("REVOKE ALL ON FUNCTION action_owner(uuid, uuid, text[]) FROM PUBLIC")
    op.execute("GRANT EXECUTE ON FUNCTION action_owner(uuid, uuid, text[]) TO contracts_app")


def _written() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("written_by", sa.Text, nullable=False),
        sa.Column("written_side", sa.Text, nullable=False),
        sa.Column("written_name", sa.Text),
        sa.Column("written_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.func.clock_timestamp()),
    )


def downgrade() -> None:
    op.execute("DROP FUNCTION action_owner(uuid, uuid, text[])")
    op.drop_table("action_step")
    op.drop_table("action")
