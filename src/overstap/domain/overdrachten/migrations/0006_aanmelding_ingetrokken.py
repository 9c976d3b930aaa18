"""Says of an aanmelding that no longer holds who withdrew it, and why."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

REDENEN = [
    ("ouders", "De ouders trokken de aanmelding in"),
    ("vo_school", "De vo-school plaatst de leerling niet"),
    ("vergissing", "De aanmelding was verkeerd vastgelegd"),
]


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0005_kolommen"),)
    operations = (
        migrations.AddField("aanmelding", "ingetrokken_door", models.UUIDField(null=True)),
        migrations.AddField(
            "aanmelding",
            "intrekreden",
            models.CharField(max_length=20, choices=REDENEN, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "aanmelding",
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op=None, ingetrokken_door=None, intrekreden="")
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False) & ~models.Q(intrekreden=""),
                name="aanmelding_ingetrokken_met_reden",
            ),
        ),
        kolommen.rechten(
            "overdrachten_aanmelding", wijzigen=("ingetrokken_op", "ingetrokken_door", "intrekreden")
        ),
    )
