"""Puts attachments behind row-level security: a vo school sees only what was released."""

from django.db import migrations

from overstap.foundation.rls import sql


class Migration(migrations.Migration):
    dependencies = (("bijlagen", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        sql.hoort_bij_dossier("bijlagen_bijlage"),
        sql.beveilig(
            "bijlagen_bijlage",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", f"vrijgegeven_op is not null and {sql.toegang_organisatie('dossier_id')}"),
            sql.Regel("select", sql.toegang_ouder("dossier_id")),
            *sql.schrijven(),
        ),
    )
