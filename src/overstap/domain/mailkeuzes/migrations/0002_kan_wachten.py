"""Lets only those kinds of mail wait that can: an invitation that waits would hold up a term."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("mailkeuzes", "0001_initial"),)
    operations = (
        migrations.AddConstraint(
            "wachtmail",
            models.CheckConstraint(
                condition=models.Q(soort__in=["bericht", "herinnering", "nieuwe_versie"]), name="wachtmail_kan_wachten"
            ),
        ),
    )
