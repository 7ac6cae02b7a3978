"""The journal and what is folded from it."""

import sqlalchemy as sa
from alembic import op

revision = "journal"
down_revision = "accounts"


def upgrade() -> None:
    op.create_table(
        "head",
        sa.Column("athlete_id", sa.String(36), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("chain", sa.String(32), nullable=False),
        sa.Column("bytes_total", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", name="pk_head"),
    )
    op.create_table(
        "entry",
        sa.Column("athlete_id", sa.String(36), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("record", sa.String(36), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("received_ms", sa.BigInteger(), nullable=False),
        sa.Column("bytes_total", sa.BigInteger(), nullable=False),
        sa.Column("chain", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "seq", name="pk_entry"),
        sa.UniqueConstraint("athlete_id", "id", name="uq_entry_athlete_id_id"),
    )
    op.create_table(
        "record",
        sa.Column("athlete_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("record", sa.String(36), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("stamps", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "kind", "record", name="pk_record"),
    )
    op.create_index("ix_record_day", "record", ["athlete_id", "kind", "day"])
    _log(
        "session_log",
        sa.Column("template", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("rpe", sa.Float()),
    )
    op.create_index("ix_session_log_day", "session_log", ["athlete_id", "day"])
    _log(
        "set_log",
        sa.Column("session", sa.String()),
        sa.Column("slot", sa.String()),
        sa.Column("exercise", sa.String()),
        sa.Column("index", sa.Integer()),
        sa.Column("side", sa.String()),
        sa.Column("reps", sa.Integer()),
        sa.Column("hold_s", sa.Float()),
        sa.Column("contacts", sa.Integer()),
        sa.Column("distance_m", sa.Float()),
        sa.Column("load_g", sa.Integer()),
        sa.Column("rir", sa.Float()),
        sa.Column("pain", sa.Float()),
        sa.Column("sharp", sa.Boolean()),
        sa.Column("quality", sa.Integer()),
        sa.Column("tempo", sa.String()),
        sa.Column("under_tension_s", sa.Float()),
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
    )
    op.create_index("ix_set_log_session", "set_log", ["athlete_id", "session"])
    op.create_index("ix_set_log_exercise", "set_log", ["athlete_id", "exercise", "day"])
    _log(
        "checkin_log",
        sa.Column("sleep", sa.Integer()),
        sa.Column("fatigue", sa.Integer()),
        sa.Column("stress", sa.Integer()),
        sa.Column("soreness", sa.Text()),
        sa.Column("pain", sa.Text()),
        sa.Column("pain_morning", sa.Text()),
    )
    op.create_index("ix_checkin_log_day", "checkin_log", ["athlete_id", "day"])
    _log(
        "run_log",
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("distance_m", sa.Float()),
        sa.Column("duration_s", sa.Float()),
        sa.Column("type", sa.String()),
        sa.Column("source", sa.String()),
    )
    op.create_index("ix_run_log_day", "run_log", ["athlete_id", "day"])
    _log(
        "assessment_log",
        sa.Column("test", sa.String()),
        sa.Column("side", sa.String()),
        sa.Column("value", sa.Float()),
        sa.Column("pain", sa.Float()),
    )
    op.create_index("ix_assessment_log_test", "assessment_log", ["athlete_id", "test", "day"])


def _log(name: str, *columns: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column("athlete_id", sa.String(36), nullable=False),
        sa.Column("record", sa.String(36), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("athlete_id", "record", name=f"pk_{name}"),
    )
