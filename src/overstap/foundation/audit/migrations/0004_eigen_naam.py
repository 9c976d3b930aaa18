"""Lets everybody write events in the own name only: of the own organisation, or as the parent who acts."""

from django.db import migrations

EIGEN_NAAM = """organisatie_id = any(mijn_organisaties()) or (organisatie_id is null
  and cardinality(mijn_organisaties()) = 0 and (mijn_ouder() is null or actor_id = mijn_ouder()))"""


class Migration(migrations.Migration):
    dependencies = (("audit", "0003_breuken"),)
    operations = (
        migrations.RunSQL(
            f"alter policy audit_auditevent_insert_4 on audit_auditevent with check ({EIGEN_NAAM});",
            "alter policy audit_auditevent_insert_4 on audit_auditevent with check (true);",
        ),
    )
