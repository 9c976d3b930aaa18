"""Keeps for as long as the request itself what the Traffic Center must still hear of it, when it was away."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

BIJGEHOUDEN = (
    "stand", "code", "uitkomst", "sessie", "kenmerk", "upload_id", "gevraagd_op", "gevraagd_door", "beantwoord_op",
    "vervalt_op", "afmelding",
)


class Migration(migrations.Migration):
    dependencies = (("importen", "0011_opvraging"),)
    operations = (
        migrations.AddField("opvraging", "afmelding", models.BinaryField(null=True)),
        kolommen.rechten("importen_opvraging", wijzigen=BIJGEHOUDEN, verwijderen=True),
    )
