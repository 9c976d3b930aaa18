"""Remembers that an import took the place of one that could still be undone, so that a page can say so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("importen", "0007_slot_innemen"),)
    operations = (migrations.AddField("herstel", "vervangt_op", models.DateTimeField(null=True)),)
