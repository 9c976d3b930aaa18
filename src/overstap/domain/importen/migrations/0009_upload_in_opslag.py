"""Lets an uploaded file lie in the store, in pieces, where a big one costs no memory.

What waited in a row is thrown away: it would have been within the day, and whoever brought it has the file.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("importen", "0008_vervangt_op"),)
    operations = (
        migrations.RunSQL("delete from importen_upload;", migrations.RunSQL.noop),
        migrations.RemoveField("upload", "geheim"),
        migrations.AddField("upload", "bestand_id", models.UUIDField(unique=True), preserve_default=False),
    )
