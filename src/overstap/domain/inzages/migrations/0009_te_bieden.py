"""Remembers to how many people a report had to be offered, so that a list sees that one was forgotten."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

REACTIE = ("geopend_op", "gezien_op", "gezien_versie_id", "akkoord")
VAN_DE_SCHOOL = (
    "mail_verzonden_op", "gemelde_versie_id", "ingetrokken_op", "geheim", "mailhash", "mail_mislukt_op", "herinnerd_op",
    "meelezen_op", "aangekomen_op", "gesloten_op", "gesloten_door", "sluitreden", "te_bieden",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = (("inzages", "0008_slot_toegang"),)
    operations = (
        migrations.AddField("inzage", "te_bieden", models.PositiveSmallIntegerField(default=0)),
        kolommen.rechten("inzages_inzage", wijzigen=REACTIE + VAN_DE_SCHOOL),
    )
