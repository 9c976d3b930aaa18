"""Keeps every key but the destroyed ones: who serves people neither removes a row nor puts another key in its place."""

from django.db import migrations

from overstap.foundation.rls import kolommen

# Wrapping keys anew under another master key is work of the owner.
DIENT_MENSEN = "pg_get_userbyid((select c.relowner from pg_class c where c.oid = tg_relid)) <> current_user"


class Migration(migrations.Migration):
    dependencies = (("sleutels", "0001_initial"),)
    operations = (
        kolommen.rechten("sleutels_sleutel", wijzigen=("ingepakt", "vernietigd_op")),
        kolommen.bewaak(
            "sleutels_sleutel",
            "gaat_alleen_weg",
            f"{DIENT_MENSEN} and (new.ingepakt is not null or old.ingepakt is null) "
            "and row(new.ingepakt, new.vernietigd_op) is distinct from row(old.ingepakt, old.vernietigd_op)",
            "een sleutel blijft of wordt vernietigd",
        ),
    )
