"""Says with each permission itself which words were shown: a default of the table would change with every new text."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('bijlagen', '0010_later')]

    operations = [
        migrations.AlterField(model_name='toestemming', name='tekstversie', field=models.PositiveSmallIntegerField()),
    ]
