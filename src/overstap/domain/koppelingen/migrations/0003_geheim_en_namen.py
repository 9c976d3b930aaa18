"""Lets the secret of a webhook change with an overlap, and a sender read which programs fetch what is sent.

A sender sees no koppeling of another organisation. The function looks past that policy and gives names only, of what
runs and may do one thing: who fetches a report is as much the sender's affair as which people read it.
"""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

NAMEN = """
create function koppelingen_namen(van uuid, wat text, op date) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.naam::text from koppelingen_koppeling k
    where k.organisatie_id = van and wat = any(k.bereik) and k.beeindigd_op is null and k.tot >= op
    order by k.naam, k.id $$;
"""


class Migration(migrations.Migration):
    dependencies = (("koppelingen", "0002_webhook"),)
    operations = (
        migrations.AddField("webhook", "vorig_geheim", models.BinaryField(null=True)),
        migrations.AddField("webhook", "vorig_tot", models.DateTimeField(null=True)),
        kolommen.rechten(
            "koppelingen_webhook",
            wijzigen=("mislukt_sinds", "gestopt_op", "verwijderd_op", "geheim", "vorig_geheim", "vorig_tot"),
        ),
        migrations.RunSQL(NAMEN, "drop function koppelingen_namen(uuid, text, date);"),
    )
