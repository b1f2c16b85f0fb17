"""From schema 2 to schema 3: records have their DOI and address in columns, empty until they are made anew.

The statements stay as they are: they make schema 3, whatever comes after it.
"""

import sqlalchemy as sa

_STATEMENTS = (
    "ALTER TABLE records ADD COLUMN doi VARCHAR",
    "ALTER TABLE records ADD COLUMN address VARCHAR",
    "CREATE INDEX ix_records_doi ON records (doi)",
    "CREATE INDEX ix_records_address ON records (address)",
)


def step(connection: sa.Connection) -> None:
    """Within the transaction of the migration."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
