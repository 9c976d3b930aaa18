"""Keeps a school out of the aanstellingen of another one. The command line, which sets schools up, is nobody."""

from django.db import migrations

from overstap.foundation.rls import kolommen

IEMAND = "(cardinality(mijn_organisaties()) > 0 or mijn_ouder() is not null)"


class Migration(migrations.Migration):
    dependencies = (("scholen", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        kolommen.rechten("scholen_aanstelling", wijzigen=("tot",)),
        kolommen.bewaak(
            "scholen_aanstelling",
            "wijzigen",
            "not (old.organisatie_id = any(mijn_organisaties()))",
            "deze aanstelling is van een andere organisatie",
        ),
        kolommen.bewaak(
            "scholen_aanstelling",
            "toevoegen",
            f"{IEMAND} and not (new.organisatie_id = any(mijn_organisaties()))",
            "deze aanstelling is van een andere organisatie",
            bij="insert",
        ),
    )
