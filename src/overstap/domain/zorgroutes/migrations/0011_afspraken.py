"""Keeps with a case how its route went on the day it came in, whatever the region says later.

What came in before keeps nothing, and goes as the region says now, as it did.
"""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

VAN_DE_SCHOOL = (
    "staat", "geheim", "bijgewerkt_op", "soort", "vo_school_id", "voorgelegd_op", "verstuurd_op", "verstuurd_door",
    "zaaksleutel_id", "klaargezet_op", "ingetrokken_op", "ingetrokken_door", "intrekreden", "antwoord_op", "afspraken",
)  # fmt: skip
VAN_HET_SWV = (
    "stand", "gevraagd_op", "gevraagd_door", "beantwoord_op", "code", "uitkomst", "sessie", "upload_id", "soort", "staat",
    "ontvangst_id", "besloten_op", "besloten_door", "terug_op", "terug_door", "terugstand", "terugcode", "vervalt_op",
    "afmelding", "afspraken",
)  # fmt: skip
BLIJFT = "een zaak houdt de afspraken van de dag waarop zij kwam"


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0010_lopen_naar"),)
    operations = (
        migrations.AddField("zorgroute", "afspraken", models.JSONField(default=dict)),
        migrations.AddField("zorgaanbod", "afspraken", models.JSONField(default=dict)),
        kolommen.rechten("zorgroutes_zorgroute", wijzigen=VAN_DE_SCHOOL),
        kolommen.rechten("zorgroutes_zorgaanbod", wijzigen=VAN_HET_SWV, verwijderen=True),
        kolommen.bewaak(
            "zorgroutes_zorgroute",
            "houdt_afspraken",
            "old.verstuurd_op is not null and old.afspraken <> new.afspraken",
            BLIJFT,
        ),
        kolommen.bewaak(
            "zorgroutes_zorgaanbod",
            "houdt_afspraken",
            "old.ontvangst_id is not null and old.afspraken <> new.afspraken",
            BLIJFT,
        ),
    )
