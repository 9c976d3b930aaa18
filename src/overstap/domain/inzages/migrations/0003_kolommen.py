"""Lets a parent change only the own reaction, and only the school of an offer renew or close a parent's way in."""

from django.db import migrations

from overstap.foundation.rls import kolommen

REACTIE = ("geopend_op", "gezien_op", "gezien_versie_id", "akkoord")
# A wrong code is counted before anybody is known.
ANDERS_DAN_TELLEN = "(to_jsonb(old) - 'pogingen') is distinct from (to_jsonb(new) - 'pogingen')"
MIJN_OUDER = """exists (select 1 from inzages_inzage i
  where i.ouder_id = old.id and i.school_id = any(mijn_organisaties()))"""


class Migration(migrations.Migration):
    dependencies = (("inzages", "0002_slot"), ("gebruikers", "0002_ouderaccount"))
    operations = (
        kolommen.rechten("inzages_inzage", wijzigen=(*REACTIE, "mail_verzonden_op", "ingetrokken_op")),
        kolommen.alleen_kolommen("inzages_inzage", "door_ouder", wanneer=kolommen.OUDER, mag=REACTIE),
        kolommen.rechten(
            "inzages_correctieverzoek", wijzigen=("besluit", "besloten_op", "besloten_door", "geheime_uitleg")
        ),
        kolommen.rechten("gebruikers_ouderaccount", wijzigen=("codehash", "pogingen", "geldig_tot", "ingetrokken_op")),
        kolommen.bewaak(
            "gebruikers_ouderaccount",
            "door_school",
            f"{ANDERS_DAN_TELLEN} and not {MIJN_OUDER}",
            "alleen de school van deze ouder wijzigt de code",
        ),
    )
