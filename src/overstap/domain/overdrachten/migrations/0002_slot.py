"""Puts transfers behind row-level security: a vo school sees its own running ones."""

from django.db import migrations

from overstap.foundation.rls import sql

ONTVANGER = f"ontvanger_id = any(mijn_organisaties()) and {sql.toegang_organisatie('dossier_id')}"


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        sql.hoort_bij_dossier("overdrachten_aanmelding"),
        sql.hoort_bij_dossier("overdrachten_overdracht"),
        sql.beveilig("overdrachten_aanmelding", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven()),
        sql.beveilig(
            "overdrachten_overdracht",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", f"ingetrokken_op is null and {ONTVANGER}"),
            sql.Regel("select", sql.toegang_ouder("dossier_id")),
            *sql.schrijven(),
            sql.Regel("update", ONTVANGER),
        ),
    )
