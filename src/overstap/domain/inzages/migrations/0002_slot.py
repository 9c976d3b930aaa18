"""Puts inzages behind row-level security: parents apart from each other, and a zienswijze nobody can change."""

from django.db import migrations

from overstap.foundation.rls import sql

EIGEN_VAN_OUDER = f"{sql.EIGEN_OUDER} and {sql.toegang_ouder('dossier_id')}"


class Migration(migrations.Migration):
    dependencies = (("inzages", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        sql.hoort_bij_dossier("inzages_inzage"),
        sql.hoort_bij_dossier("inzages_zienswijze"),
        sql.hoort_bij_dossier("inzages_correctieverzoek"),
        sql.beveilig(
            "inzages_inzage",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", EIGEN_VAN_OUDER),
            *sql.schrijven(),
            sql.Regel("update", EIGEN_VAN_OUDER),
        ),
        sql.beveilig(
            "inzages_zienswijze",
            *sql.lezen_met_toegang(ouders=False),
            sql.Regel("select", EIGEN_VAN_OUDER),
            sql.Regel("insert", EIGEN_VAN_OUDER),
        ),
        sql.beveilig(
            "inzages_correctieverzoek",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", EIGEN_VAN_OUDER),
            sql.Regel("insert", EIGEN_VAN_OUDER),
            sql.Regel("update", sql.EIGEN_SCHOOL),
        ),
        sql.onveranderlijk("inzages_zienswijze"),
    )
