"""Keeps with what a school elsewhere offered what the Traffic Center must still hear of its fetching, when it was away."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

BIJGEHOUDEN = (
    "stand", "gevraagd_op", "gevraagd_door", "beantwoord_op", "code", "uitkomst", "sessie", "upload_id", "soort", "staat",
    "ontvangst_id", "besloten_op", "besloten_door", "terug_op", "terug_door", "terugstand", "terugcode", "vervalt_op",
    "afmelding",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0007_besluit_bij_overdracht"),)
    operations = (
        migrations.AddField("zorgaanbod", "afmelding", models.BinaryField(null=True)),
        kolommen.rechten("zorgroutes_zorgaanbod", wijzigen=BIJGEHOUDEN, verwijderen=True),
    )
