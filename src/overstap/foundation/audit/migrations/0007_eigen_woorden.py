"""Shows a parent that somebody read what parents wrote only when it was this parent: the other need not know of it."""

from django.db import migrations

from overstap.foundation.rls import sql

# Of these the log names in `object_id` whose words they are.
VAN_EEN_OUDER = "('zienswijze.bekeken', 'correctie.bekeken', 'stuk.bekeken')"
GEKEKEN = "wat like '%.bekeken' or wat like 'overdracht.%'"
WIE_KEEK = f"""{sql.toegang_ouder("dossier_id")} and (actor_id = mijn_ouder()
  or (rol not in ('ouder', 'systeem') and ({GEKEKEN}) and (wat not in {VAN_EEN_OUDER} or object_id = mijn_ouder())))"""
TOEN = f"""{sql.toegang_ouder("dossier_id")} and (actor_id = mijn_ouder()
  or (rol not in ('ouder', 'systeem') and ({GEKEKEN})))"""


def _regel(als: str) -> str:
    return f"""drop policy audit_auditevent_select_2 on audit_auditevent;
      create policy audit_auditevent_select_2 on audit_auditevent for select using ({als});"""


class Migration(migrations.Migration):
    dependencies = (("audit", "0006_eens_per_vraag"),)
    operations = (migrations.RunSQL(_regel(WIE_KEEK), _regel(TOEN)),)
