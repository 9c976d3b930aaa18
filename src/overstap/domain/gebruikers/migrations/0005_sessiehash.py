"""Ends every session: from now on the table holds a hash of its key, and a key that once stood there opens nothing."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("gebruikers", "0004_sessie"),)
    # Everybody logs in once more; what was typed comes back (`web/components/fouten.py`).
    operations = (migrations.RunSQL("delete from gebruikers_sessie", migrations.RunSQL.noop),)
