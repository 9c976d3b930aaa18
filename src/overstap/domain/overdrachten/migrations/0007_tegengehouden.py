"""Lets the basisschool hold a sent file back, when a virus is found later in an attachment that is in it."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

VAN_HET_VO = ("opgehaald_op", "opgehaald_door", "gelezen_op", "gelezen_door")
VAN_DE_SCHOOL = ("bestand_id", "sha256", "klaargezet_op", "ingetrokken_op")

_WEG = (
    "drop trigger overdrachten_overdracht_door_school on overdrachten_overdracht; "
    "drop function overdrachten_overdracht_door_school();"
)
_OUD = kolommen.alleen_kolommen("overdrachten_overdracht", "door_school", wanneer=kolommen.EIGEN, mag=VAN_DE_SCHOOL)


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0006_aanmelding_ingetrokken"),)
    operations = (
        migrations.AddField("overdracht", "tegengehouden_op", models.DateTimeField(null=True)),
        kolommen.rechten("overdrachten_overdracht", wijzigen=(*VAN_HET_VO, *VAN_DE_SCHOOL, "tegengehouden_op")),
        migrations.RunSQL(_WEG, _OUD.sql),
        kolommen.alleen_kolommen(
            "overdrachten_overdracht",
            "door_school",
            wanneer=kolommen.EIGEN,
            mag=(*VAN_DE_SCHOOL, "tegengehouden_op"),
        ),
    )
