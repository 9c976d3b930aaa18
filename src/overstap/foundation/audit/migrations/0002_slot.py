"""Makes the log append-only, chained and invisible to strangers."""

from django.db import migrations

from overstap.foundation.audit.keten import FUNCTIES, FUNCTIES_WEG
from overstap.foundation.rls import sql

# The school of the pupil reads the whole log of its dossier; another organisation only its own acts.
EIGEN_DOSSIERS = """dossier_id = any(array(select t.dossier_id from dossiers_toegang t
  where t.organisatie_id = any(mijn_organisaties()) and t.tot is null and t.reden = 'eigen_school'))"""
# A parent sees who looked and what was sent, and the own acts; never what the other parent did.
WIE_KEEK = f"""{sql.toegang_ouder("dossier_id")} and (actor_id = mijn_ouder()
  or (rol not in ('ouder', 'systeem') and (wat like '%.bekeken' or wat like 'overdracht.%')))"""


class Migration(migrations.Migration):
    dependencies = (("audit", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        migrations.RunSQL(FUNCTIES, FUNCTIES_WEG),
        sql.onveranderlijk("audit_auditevent"),
        sql.beveilig(
            "audit_auditevent",
            sql.Regel("select", EIGEN_DOSSIERS),
            sql.Regel("select", WIE_KEEK),
            sql.Regel("select", "organisatie_id = any(mijn_organisaties())"),
            # Anybody's act is written down, also a failed look by somebody without an organisation.
            sql.Regel("insert", "true"),
        ),
    )
