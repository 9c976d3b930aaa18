"""Names the dossier of a file for what it is: no row that hangs on a dossier, because undoing takes the dossier away."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("importen", "0004_slot_partij"),)
    operations = (migrations.RenameField("importregel", "dossier_id", "naar_dossier"),)
