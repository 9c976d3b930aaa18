"""Tells the policies of every table the actor's one organisation as a uuid, not as an array to be read for every row.

It stands here because the log is the last that foundation puts behind the second lock.
"""

from django.db import migrations

from overstap.foundation.rls import sql

ALS_LIJST = """
create or replace function mijn_organisaties() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('app.organisaties', true), '')::uuid[], '{}'::uuid[]) $$;
"""


class Migration(migrations.Migration):
    dependencies = (("audit", "0004_eigen_naam"), ("dossiers", "0002_slot"))
    operations = (migrations.RunSQL(sql.MIJN_ORGANISATIES, ALS_LIJST),)
