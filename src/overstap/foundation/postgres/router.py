"""Which database holds which table? Keys live apart from everything they open."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

SLEUTELS = "sleutels"


class SleutelsRouter:
    """Send the app `sleutels` to the database `sleutels`, and nothing else there."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str | None:
        return SLEUTELS if model._meta.app_label == SLEUTELS else None

    db_for_write = db_for_read

    def allow_relation(self, one: Model, other: Model, **_hints: Any) -> bool | None:
        return (one._meta.app_label == SLEUTELS) == (other._meta.app_label == SLEUTELS)

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        return (db == SLEUTELS) == (app_label == SLEUTELS)
