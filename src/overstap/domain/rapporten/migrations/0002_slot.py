"""Puts the report behind row-level security and makes versions unchangeable."""

from django.db import migrations

from overstap.foundation.rls import sql

DEFINITIEF = f"soort = 'definitief' and {sql.toegang_organisatie('dossier_id')}"

# The worker also makes the PDF for vo of a version that only parents saw: it goes nowhere.
PDF_VOOR_VO = f"""publiek = 'vo' and {sql.toegang_organisatie("dossier_id")}
  and versie_id = any(array(select v.id from rapporten_versie v where v.soort = 'definitief'))"""


class Migration(migrations.Migration):
    dependencies = (("rapporten", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        sql.hoort_bij_dossier("rapporten_concept"),
        sql.hoort_bij_dossier("rapporten_versie"),
        sql.hoort_bij_dossier("rapporten_versiepdf"),
        # What is being written belongs to the school alone; parents and vo read frozen versions.
        sql.beveilig("rapporten_concept", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven()),
        sql.beveilig(
            "rapporten_versie",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", DEFINITIEF),
            sql.Regel("select", sql.toegang_ouder("dossier_id")),
            sql.Regel("insert", sql.EIGEN_SCHOOL),
        ),
        sql.beveilig(
            "rapporten_versiepdf",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            sql.Regel("select", PDF_VOOR_VO),
            sql.Regel("select", f"publiek = 'ouders' and {sql.toegang_ouder('dossier_id')}"),
            sql.Regel("insert", sql.EIGEN_SCHOOL),
        ),
        sql.onveranderlijk("rapporten_versie"),
        sql.onveranderlijk("rapporten_versiepdf"),
    )
