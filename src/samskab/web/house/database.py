"""Whether the database is as this version's code wants it."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def lacks_migrations() -> bool:
    """Whether any is still to be applied."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def known_migrations() -> set[str]:
    """Every one that this version has, as `app.name`."""
    loader = MigrationExecutor(connection).loader
    return {f"{app}.{name}" for app, name in loader.disk_migrations}


def applied_migrations() -> list[str]:
    """Every one that the database has, as `app.name`, sorted."""
    loader = MigrationExecutor(connection).loader
    return sorted(f"{app}.{name}" for app, name in loader.applied_migrations)
