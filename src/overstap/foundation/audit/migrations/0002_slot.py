"""Makes the log append-only, chained and invisible to strangers."""

from django.db import migrations

from overstap.foundation.audit.keten import FUNCTIES, FUNCTIES_WEG
from overstap.foundation.rls import sql


class Migration(migrations.Migration):
    dependencies = (("audit", "0001_initial"), ("dossiers", "0002_slot"))
    operations = (
        migrations.RunSQL(FUNCTIES, FUNCTIES_WEG),
        sql.onveranderlijk("audit_auditevent"),
        sql.beveilig(
            "audit_auditevent",
            *sql.lezen_met_toegang(),
            sql.Regel("select", "organisatie_id = any(mijn_organisaties())"),
            # Anybody's act is written down, also a failed look by somebody without an organisation.
            sql.Regel("insert", "true"),
        ),
    )
