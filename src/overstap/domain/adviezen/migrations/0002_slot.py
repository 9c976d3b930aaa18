"""Puts the advice behind row-level security."""

from django.db import migrations

from overstap.foundation.rls import sql


class Migration(migrations.Migration):
    dependencies = (("adviezen", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        sql.hoort_bij_dossier("adviezen_schooladvies"),
        # Everybody else reads the advice in a frozen version of the report.
        sql.beveilig("adviezen_schooladvies", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven()),
    )
