"""Says why a sent file is held back: a virus, or an attachment in it that may no longer go along."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

VAN_HET_VO = ("opgehaald_op", "opgehaald_door", "gelezen_op", "gelezen_door")
VAN_DE_SCHOOL = ("bestand_id", "sha256", "klaargezet_op", "ingetrokken_op", "tegengehouden_op")
REDENEN = (("virus", "Er zat een virus in een bijlage"), ("bijlage", "Een bijlage mag niet meer mee"))

_WEG = (
    "drop trigger overdrachten_overdracht_door_school on overdrachten_overdracht; "
    "drop function overdrachten_overdracht_door_school();"
)
_OUD = kolommen.alleen_kolommen("overdrachten_overdracht", "door_school", wanneer=kolommen.EIGEN, mag=VAN_DE_SCHOOL)
# Until now a virus was the only reason.
_VIRUS = "update overdrachten_overdracht set tegenhoudreden = 'virus' where tegengehouden_op is not null;"


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0007_tegengehouden"),)
    operations = (
        migrations.AddField(
            "overdracht", "tegenhoudreden", models.CharField(max_length=10, choices=REDENEN, blank=True, default="")
        ),
        kolommen.rechten("overdrachten_overdracht", wijzigen=(*VAN_HET_VO, *VAN_DE_SCHOOL, "tegenhoudreden")),
        migrations.RunSQL(_WEG, _OUD.sql),
        migrations.RunSQL(_VIRUS, migrations.RunSQL.noop),
        kolommen.alleen_kolommen(
            "overdrachten_overdracht", "door_school", wanneer=kolommen.EIGEN, mag=(*VAN_DE_SCHOOL, "tegenhoudreden")
        ),
    )
