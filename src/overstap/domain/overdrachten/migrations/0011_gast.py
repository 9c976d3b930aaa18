"""Lets a vo school invite a basisschool without Overstap for one pupil."""

import uuid

from django.conf import settings
from django.db import migrations, models

WIJZEN = (
    ("ouders", "De ouders vertelden het"),
    ("vo_school", "De vo-school bevestigde het"),
    ("aanmeldformulier", "Wij zagen het aanmeldformulier"),
    ("code", "De vo-school gaf de unieke code van de ouders op"),
    ("gegevens", "De vo-school gaf naam, nummer en geboortedatum van de leerling op"),
    ("gastroute", "De vo-school nodigde de basisschool voor deze leerling uit"),
)
BLIJFT = models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = (
        ("overdrachten", "0010_slot_aanmelden"),
        ("scholen", "0005_gast"),
        ("gebruikers", "0003_gast"),
    )
    operations = (
        migrations.AlterField("aanmelding", "wijze", models.CharField(choices=WIJZEN, max_length=20)),
        migrations.CreateModel(
            "Gastuitnodiging",
            [
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("aangemeld_op", models.DateField()),
                ("uitgenodigd_op", models.DateTimeField()),
                ("uitgenodigd_door", models.UUIDField()),
                ("verloopt_op", models.DateTimeField()),
                ("mail_verzonden_op", models.DateTimeField(null=True)),
                ("mail_mislukt_op", models.DateTimeField(null=True)),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("ingetrokken_door", models.UUIDField(null=True)),
                ("account", models.OneToOneField(on_delete=BLIJFT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("ontvanger", models.ForeignKey(on_delete=BLIJFT, related_name="+", to="scholen.organisatie")),
                ("school", models.OneToOneField(on_delete=BLIJFT, related_name="+", to="scholen.organisatie")),
            ],
            {
                "constraints": (
                    models.CheckConstraint(
                        condition=models.Q(ingetrokken_op=None, ingetrokken_door=None)
                        | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
                        name="gastuitnodiging_ingetrokken_met_persoon",
                    ),
                ),
            },
        ),
    )
