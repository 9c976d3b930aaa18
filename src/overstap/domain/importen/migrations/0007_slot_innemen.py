"""Puts the attachments of a file from outside behind row-level security: the vo school sees and clears only its own."""

from django.db import migrations

from overstap.foundation.rls import kolommen, sql


class Migration(migrations.Migration):
    dependencies = (("importen", "0006_innemen"), ("bijlagen", "0007_gescand_met"))
    operations = (
        sql.beveilig(
            "importen_ontvangstbijlage",
            sql.Regel("select", sql.EIGEN_SCHOOL),
            *sql.schrijven(verwijderen=True),
        ),
        kolommen.rechten(
            "importen_ontvangstbijlage",
            wijzigen=("scan", "gescand_op", "gescand_met", "weigerreden", "ingrepen", "bestand_id", "omvang"),
            verwijderen=True,
        ),
    )
