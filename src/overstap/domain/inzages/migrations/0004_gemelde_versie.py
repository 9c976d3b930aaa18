"""Remembers of which version a parent was told by mail, so that the same job twice is one mail."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

REACTIE = ("geopend_op", "gezien_op", "gezien_versie_id", "akkoord")
VAN_DE_SCHOOL = ("mail_verzonden_op", "gemelde_versie_id", "ingetrokken_op")


class Migration(migrations.Migration):
    dependencies = (("inzages", "0003_kolommen"),)
    operations = (
        migrations.AddField("inzage", "gemelde_versie_id", models.UUIDField(null=True)),
        kolommen.rechten("inzages_inzage", wijzigen=REACTIE + VAN_DE_SCHOOL),
    )
