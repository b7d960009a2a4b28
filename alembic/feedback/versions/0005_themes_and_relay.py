"""Themes of answers, words that can be searched, and the relay of words to the provider's teams."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from services.common import migrations as shared

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TIME = sa.TIMESTAMP(timezone=True)
NOW = sa.func.clock_timestamp()
SIDES = "('donneur_ordre', 'sous_traitant')"

# Words as they are compared: without accents (people type them or not, and so do customers), without the marks of
# masked data, small. Two endings that the stemmer knows by their accent are brought to what it knows without:
# « livrée » is « livré », « première » is « premier ».
FOLDED = r"""
    CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path = pg_catalog AS $$
        SELECT regexp_replace(regexp_replace(regexp_replace(
            lower(replace(replace(replace(replace(
                regexp_replace(normalize(translate(regexp_replace(left(words, 100000), '\[\[[a-z_]+\]\]', ' ', 'g'),
                    '’ʼ', ''''''), NFKD), '[\u0300-\u036f]+', '', 'g'),
                'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')),
            'ee(s?)\M', 'e\1', 'g'), 'ere(s?)\M', 'er\1', 'g'), '(\w)-(?=\w)', '\1 ', 'g')
    $$
"""
# The contract is one more word, of a form that no words take: with no extension it is how one index holds both.
SEARCH = "to_tsvector('french', folded(text)) || array_to_tsvector(ARRAY['=' || contract_id::text])"
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
# `@@` is not leakproof, so that behind a row policy PostgreSQL reads every row instead of the index: this function
# looks itself whether the caller is a party, then searches as the owner.
FOUND = f"""
    CREATE FUNCTION found_verbatims(
        asked uuid, asked_words text, asked_kind text, lowest integer, highest integer, asked_channel text,
        since timestamptz, until timestamptz, asked_theme text, before_at timestamptz, before_id uuid, most integer,
        only_low boolean
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
                AND (NOT only_low OR {LOW})
                AND (before_at IS NULL OR (a.answered_at, a.id) < (before_at, before_id))
            ORDER BY a.answered_at DESC, a.id DESC LIMIT most;
    END $$
"""
ARGUMENTS = (
    "uuid, text, text, integer, integer, text, timestamptz, timestamptz, text, timestamptz, uuid, integer, boolean"
)
SEARCHED = ("contract_party", "survey_answer", "verbatim", "answer_theme")


def _author() -> list[sa.Column[object]]:
    return [
        sa.Column("written_by", sa.Text, nullable=False),
        sa.Column("written_name", sa.Text),
        sa.Column("written_side", sa.Text, nullable=False),
        sa.Column("written_at", TIME, nullable=False, server_default=NOW),
    ]


def _answered() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"])


def upgrade() -> None:
    op.execute(FOLDED)
    op.execute("GRANT EXECUTE ON FUNCTION folded(text) TO feedback_app, feedback_worker")
    op.execute(f"ALTER TABLE verbatim ADD COLUMN search tsvector GENERATED ALWAYS AS ({SEARCH}) STORED")
    op.execute("CREATE INDEX ix_verbatim_search ON verbatim USING gin (search)")
    op.add_column("verbatim", sa.Column("themed", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_verbatim_contract_id_themed", "verbatim", ["contract_id", "themed"])
    for table, content in (("theme_set", "themes"), ("relay_rule_set", "rules")):
        op.create_table(
            table,
            sa.Column("contract_id", sa.Uuid, primary_key=True),
            sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column(content, JSONB, nullable=False),
            *_author(),
        )
        # What was decided stays, with who decided it: a new version takes its place.
        shared.protect("feedback", table, read=shared.PARTY, write=shared.PARTY)
    op.create_table(
        "answer_theme",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("answer_id", sa.Uuid, primary_key=True),
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("present", sa.Boolean, nullable=False, server_default=sa.true()),
        sa.Column("word", sa.Text),
        sa.Column("written_by", sa.Text),
        sa.Column("written_name", sa.Text),
        sa.Column("written_side", sa.Text),
        sa.Column("written_at", TIME, nullable=False, server_default=NOW),
        sa.CheckConstraint("by IN ('rule', 'person')", "ck_answer_theme_by"),
        sa.CheckConstraint("present OR by = 'person'", "ck_answer_theme_present"),
        _answered(),
    )
    op.create_index(
        "ix_answer_theme_contract_id_code_answer_id",
        "answer_theme",
        ["contract_id", "code", "answer_id"],
        postgresql_where=sa.text("present"),
    )
    shared.protect("feedback", "answer_theme", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))
    op.create_table(
        "relay_team",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("members", JSONB, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False, server_default=sa.true()),
        *_author(),
    )
    shared.protect("feedback", "relay_team", read=shared.PARTY, write=shared.PARTY, writes=("INSERT", "UPDATE"))
    op.create_table(
        "relay_item",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("answer_id", sa.Uuid, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("team_id", sa.Uuid, nullable=False),
        sa.Column("rules_version", sa.Integer, nullable=False),
        sa.Column("answer_within_hours", sa.Integer, nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("due_at", TIME, nullable=False),
        sa.Column("state", sa.Text, nullable=False, server_default="to_do"),
        sa.CheckConstraint("kind IN ('trouble', 'praise')", "ck_relay_item_kind"),
        sa.CheckConstraint(
            "state IN ('to_do', 'acknowledged', 'caused', 'acted', 'replied', 'accepted', 'returned', 'passed_on')",
            "ck_relay_item_state",
        ),
        sa.ForeignKeyConstraint(["contract_id", "team_id"], ["relay_team.contract_id", "relay_team.id"]),
        _answered(),
    )
    op.create_index("ix_relay_item_contract_id_due_at_answer_id", "relay_item", ["contract_id", "due_at", "answer_id"])
    op.create_index("ix_relay_item_contract_id_created_at", "relay_item", ["contract_id", "created_at"])
    shared.protect("feedback", "relay_item", read=shared.PARTY, write=shared.PARTY, writes=("UPDATE",))
    op.create_table(
        "relay_step",
        sa.Column("contract_id", sa.Uuid, primary_key=True),
        sa.Column("answer_id", sa.Uuid, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("cause", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("action_id", sa.Uuid),
        sa.Column("erased", sa.Boolean, nullable=False, server_default=sa.false()),
        *_author(),
        sa.ForeignKeyConstraint(["contract_id", "answer_id"], ["relay_item.contract_id", "relay_item.answer_id"]),
    )
    shared.protect("feedback", "relay_step", read=shared.PARTY, write=shared.PARTY)
    for table in SEARCHED:
        op.execute(f"CREATE POLICY {table}_owner ON {table} FOR SELECT TO feedback_owner USING (true)")
    op.execute(FOUND)
    op.execute(f"REVOKE ALL ON FUNCTION found_verbatims({ARGUMENTS}) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION found_verbatims({ARGUMENTS}) TO feedback_app")


def downgrade() -> None:
    op.execute(f"DROP FUNCTION found_verbatims({ARGUMENTS})")
    for table in SEARCHED[:-1]:
        op.execute(f"DROP POLICY {table}_owner ON {table}")
    for table in ("relay_step", "relay_item", "relay_team", "answer_theme", "relay_rule_set", "theme_set"):
        op.drop_table(table)
    op.drop_column("verbatim", "themed")
    op.drop_column("verbatim", "search")
    op.execute("DROP FUNCTION folded(text)")
