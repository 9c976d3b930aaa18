"""Puts uploads behind row-level security: a school sees only its own."""

from django.db import migrations

from overstap.foundation.rls import sql


class Migration(migrations.Migration):
    dependencies = (("importen", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        sql.beveilig(
            "importen_upload",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("insert", sql.EIGEN_SCHOOL),
            sql.Regel("delete", sql.EIGEN_SCHOOL),
        ),
    )
