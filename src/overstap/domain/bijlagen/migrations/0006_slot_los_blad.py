"""Puts loose sheets behind row-level security: a school sees its own, and clears them away itself."""

from django.db import migrations

from overstap.foundation.rls import kolommen, sql


class Migration(migrations.Migration):
    dependencies = (("bijlagen", "0005_los_blad"),)
    operations = (
        sql.beveilig(
            "bijlagen_losblad",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            *sql.schrijven(verwijderen=True),
        ),
        kolommen.rechten("bijlagen_losblad", wijzigen=("stand", "gekozen_id", "bezwaar"), verwijderen=True),
    )
