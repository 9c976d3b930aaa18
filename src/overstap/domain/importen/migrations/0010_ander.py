"""Remembers that a person said of a file in a ZIP: this is another pupil."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("importen", "0009_upload_in_opslag"),)
    operations = (migrations.AddField("importregel", "ander", models.BooleanField(default=False)),)
