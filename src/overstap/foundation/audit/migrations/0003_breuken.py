"""Lets the nightly check see whole chains, of which it is told only where one is broken."""

from django.db import migrations

from overstap.foundation.audit.keten import BREUKEN, BREUKEN_WEG


class Migration(migrations.Migration):
    dependencies = (("audit", "0002_slot"),)
    operations = (migrations.RunSQL(BREUKEN, BREUKEN_WEG),)
