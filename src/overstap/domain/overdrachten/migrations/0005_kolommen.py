"""Lets a vo school write only that it fetched and read, the basisschool all but that, and keeps the sent file."""

from django.db import migrations

from overstap.foundation.rls import kolommen

VAN_HET_VO = ("opgehaald_op", "opgehaald_door", "gelezen_op", "gelezen_door")
VAN_DE_SCHOOL = ("bestand_id", "sha256", "klaargezet_op", "ingetrokken_op")


class Migration(migrations.Migration):
    dependencies = (("overdrachten", "0004_verstuurde_versie"), ("dossiers", "0003_kolommen"))
    operations = (
        kolommen.rechten("overdrachten_aanmelding", wijzigen=("ingetrokken_op",)),
        kolommen.rechten("overdrachten_overdracht", wijzigen=VAN_HET_VO + VAN_DE_SCHOOL),
        kolommen.alleen_kolommen("overdrachten_overdracht", "door_vo", wanneer=kolommen.VREEMD, mag=VAN_HET_VO),
        kolommen.alleen_kolommen("overdrachten_overdracht", "door_school", wanneer=kolommen.EIGEN, mag=VAN_DE_SCHOOL),
        kolommen.bewaak(
            "overdrachten_overdracht",
            "bestand_blijft",
            "old.bestand_id is not null and (old.bestand_id, old.sha256, old.klaargezet_op) "
            "is distinct from (new.bestand_id, new.sha256, new.klaargezet_op)",
            "een verstuurd bestand blijft zoals het was",
        ),
    )
