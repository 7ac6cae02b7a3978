"""How Alembic runs here: on the connection that `midstance.migrate` hands over."""

from alembic import context
from sqlmodel import SQLModel

import midstance.accounts.tables
import midstance.journal.tables  # noqa: F401 - puts its tables into the metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
