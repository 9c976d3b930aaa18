"""Lets a school change to which samenwerkingsverband a care route goes, until it is sent; never after that."""

from django.db import migrations

from overstap.foundation.rls import kolommen

VAN_DE_SCHOOL = (
    "staat", "geheim", "bijgewerkt_op", "soort", "vo_school_id", "voorgelegd_op", "verstuurd_op", "verstuurd_door",
    "zaaksleutel_id", "klaargezet_op", "ingetrokken_op", "ingetrokken_door", "intrekreden", "antwoord_op", "afspraken",
    "swv_id",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0011_afspraken"),)
    operations = (
        kolommen.rechten("zorgroutes_zorgroute", wijzigen=VAN_DE_SCHOOL),
        kolommen.bewaak(
            "zorgroutes_zorgroute",
            "blijft_bij_swv",
            "old.swv_id <> new.swv_id and (old.verstuurd_op is not null or new.verstuurd_op is not null)",
            "een verstuurde zorgaanmelding blijft bij haar samenwerkingsverband",
        ),
    )
