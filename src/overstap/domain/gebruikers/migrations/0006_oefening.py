"""Marks the access of a parent whom somebody invented to practise with: its pages say so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("gebruikers", "0005_sessiehash"),)
    operations = (migrations.AddField("ouderaccount", "oefening", models.BooleanField(default=False)),)
