"""Puts permissions behind row-level security, and says what of an attachment may change after it was added."""

from django.db import migrations

from overstap.foundation.rls import kolommen, sql


class Migration(migrations.Migration):
    dependencies = (("bijlagen", "0003_keuring_en_toestemming"),)
    operations = (
        sql.hoort_bij_dossier("bijlagen_toestemming"),
        sql.beveilig("bijlagen_toestemming", sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven()),
        sql.onveranderlijk("bijlagen_toestemming", behalve=("ingetrokken_op", "ingetrokken_door")),
        kolommen.rechten("bijlagen_toestemming", wijzigen=("ingetrokken_op", "ingetrokken_door")),
        kolommen.rechten(
            "bijlagen_bijlage",
            wijzigen=(
                "soort", "instemming_op", "besproken_op", "vrijgegeven_op", "vrijgegeven_door", "scan", "gescand_op",
                "weigerreden", "ingrepen", "bestand_id", "omvang", "ingetrokken_op", "ingetrokken_door",
            ),
        ),
    )
