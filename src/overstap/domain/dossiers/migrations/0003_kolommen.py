"""Lets a vo school move a dossier's state only as far as fetching and reading, and nobody rewrite who it belongs to."""

from django.db import migrations

from overstap.domain.dossiers.rules import DOOR_HET_VO
from overstap.foundation.rls import kolommen

STATEN = ", ".join(f"'{staat.value}'" for staat in sorted(DOOR_HET_VO))


class Migration(migrations.Migration):
    dependencies = (("dossiers", "0002_slot"), ("leerlingen", "0001_initial"))
    operations = (
        kolommen.rechten("dossiers_dossier", wijzigen=("staat", "groep")),
        kolommen.alleen_kolommen("dossiers_dossier", "door_ander", wanneer=kolommen.VREEMD, mag=("staat",)),
        kolommen.bewaak(
            "dossiers_dossier",
            "staat_door_ander",
            f"{kolommen.VREEMD} and new.staat <> old.staat and new.staat not in ({STATEN})",
            "deze stap is van de basisschool",
        ),
        kolommen.rechten("dossiers_toegang", wijzigen=("tot",)),
        kolommen.rechten("dossiers_persoonsnummer", wijzigen=("soort", "geheim", "zoekhash")),
        kolommen.rechten("leerlingen_leerling", wijzigen=("roepnaam", "voorvoegsel", "achternaam", "sorteernaam")),
    )
