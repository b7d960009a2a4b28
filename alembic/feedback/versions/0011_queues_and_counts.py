"""The queue that an answer came from, counts of the relay, and answers that were given too long ago to be relayed."""

import sqlalchemy as sa
from alembic import op

from services.common import migrations as shared

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
WITH_QUEUE = ("survey_answer", "survey_invitation")
COUNTED = "ix_relay_item_contract_id_team_id_kind_state_due_at"
PARTY_OF = (
    "EXISTS (SELECT 1 FROM contract_party p WHERE p.contract_id = asked"
    f" AND p.organisation_id = {shared.ORGANISATION} AND p.valid_from <= now()"
    " AND (p.valid_to IS NULL OR p.valid_to > now()))"
)
# Customers who were not pleased, as services/feedback/themes/rules.py says it.
LOW = (
    "CASE WHEN a.kind = 'nps' THEN a.score <= 6 WHEN a.scale_max > 1 THEN a.score * 5 <= a.scale_max * 3"
    " ELSE a.score = 0 END"
)
ARGUMENTS = (
    "uuid, text, text, integer, integer, text, timestamptz, timestamptz, text, timestamptz, uuid, integer, boolean"
)


def _create_search(argument: str, condition: str) -> None:
    """The search as 0005 made it, with one more argument and what it asks; both empty: as it was."""
    op.execute(f"""
        CREATE FUNCTION found_verbatims(
            asked uuid, asked_words text, asked_kind text, lowest integer, highest integer, asked_channel text,
            since timestamptz, until timestamptz, asked_theme text, before_at timestamptz, before_id uuid, most integer,
            only_low boolean{argument}
        ) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
        SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
        DECLARE wanted tsquery := websearch_to_tsquery('french', folded(asked_words));
        BEGIN
            IF numnode(wanted) = 0 OR NOT {PARTY_OF} THEN
                RETURN;
            END IF;
            wanted := ('''=' || asked || '''')::tsquery && wanted;
            RETURN QUERY
                SELECT a.id FROM survey_answer a
                JOIN verbatim v ON v.contract_id = a.contract_id AND v.answer_id = a.id
                WHERE a.contract_id = asked AND v.search @@ wanted
                    AND (asked_kind IS NULL OR a.kind = asked_kind)
                    AND (lowest IS NULL OR a.score >= lowest) AND (highest IS NULL OR a.score <= highest)
                    AND (asked_channel IS NULL OR a.channel = asked_channel)
                    AND (since IS NULL OR a.answered_at >= since) AND (until IS NULL OR a.answered_at < until)
                    AND (asked_theme IS NULL OR (asked_theme = 'none') <> EXISTS (
                        SELECT 1 FROM answer_theme t WHERE t.contract_id = asked AND t.answer_id = a.id AND t.present
                            AND (asked_theme = 'none' OR t.code = asked_theme)))
                    AND (NOT only_low OR {LOW}){condition}
                    AND (before_at IS NULL OR (a.answered_at, a.id) < (before_at, before_id))
                ORDER BY a.answered_at DESC, a.id DESC LIMIT most;
        END $$
    """)


def _let_requests_search(arguments: str) -> None:
    op.execute(f"REVOKE ALL ON FUNCTION found_verbatims({arguments}) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION found_verbatims({arguments}) TO feedback_app")


def upgrade() -> None:
    for table in WITH_QUEUE:
        op.add_column(table, sa.Column("queue", sa.Text))
        op.create_check_constraint(f"ck_{table}_queue", table, "char_length(queue) BETWEEN 1 AND 80")
    op.execute(f"DROP FUNCTION found_verbatims({ARGUMENTS})")
    _create_search(", asked_queue text DEFAULT NULL", " AND (asked_queue IS NULL OR a.queue = asked_queue)")
    _let_requests_search(f"{ARGUMENTS}, text")
    op.create_index(COUNTED, "relay_item", ["contract_id", "team_id", "kind", "state", "due_at"])
    op.create_table(
        "relay_left_out",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("answer_id", sa.Uuid, primary_key=True),
        sa.Column("team_id", sa.Uuid, nullable=False),
        sa.Column("noted_at", TIME, nullable=False, server_default=NOW),
        sa.ForeignKeyConstraint(["contract_id", "team_id"], ["relay_team.contract_id", "relay_team.id"]),
        sa.ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
    )
    op.create_index("ix_relay_left_out_contract_id_noted_at", "relay_left_out", ["contract_id", "noted_at"])
    shared.protect("feedback", "relay_left_out", read=shared.PARTY)


def downgrade() -> None:
    op.drop_table("relay_left_out")
    op.drop_index(COUNTED, "relay_item")
    op.execute(f"DROP FUNCTION found_verbatims({ARGUMENTS}, text)")
    _create_search("", "")
    _let_requests_search(ARGUMENTS)
    for table in WITH_QUEUE:
        op.drop_column(table, "queue")
