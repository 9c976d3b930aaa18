"""Lets no temporary table stand in for a real one in a function that looks past the policies.

PostgreSQL looks among temporary tables first unless the path names them. Whoever could send SQL as the role that serves
people could make one, and so let the owner remove a dossier of another school.
"""

from django.db import migrations

FUNCTIES = ("importen_haal_weg(uuid, uuid[], boolean)", "eerder_gelezen_versies()")


def _pad(pad: str) -> str:
    return " ".join(f"alter function {functie} set search_path = {pad};" for functie in FUNCTIES)


class Migration(migrations.Migration):
    dependencies = (("audit", "0008_mislukte_taken"), ("importen", "0004_slot_partij"), ("rapporten", "0004_slot_aanvulling"))
    operations = (migrations.RunSQL(_pad("public, pg_temp"), _pad("public")),)
