"""Keeps that a school restricts the use of a pupil's data (art. 18 AVG): read by whoever has the dossier, set by the school."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0007_wat_is_van_mij'),
        ('scholen', '0006_regiocoordinator'),
    ]

    operations = [
        migrations.CreateModel(
            name='Beperking',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reden', models.CharField(choices=[('juistheid', 'Een ouder of de leerling zegt dat gegevens niet kloppen'), ('niet_gemogen', 'Gegevens hadden er niet mogen staan, maar mogen niet weg'), ('nodig_voor_ander', 'Een ouder of de leerling heeft de gegevens nodig voor een klacht of rechtszaak'), ('bezwaar', 'Een ouder of de leerling maakte bezwaar')], max_length=20)),
                ('gezet_op', models.DateTimeField()),
                ('gezet_door', models.UUIDField()),
                ('opgeheven_op', models.DateTimeField(null=True)),
                ('opgeheven_door', models.UUIDField(null=True)),
                ('opheffing', models.CharField(blank=True, choices=[('klopt', 'Uitgezocht: de gegevens kloppen'), ('verbeterd', 'Uitgezocht: de gegevens zijn verbeterd'), ('afgehandeld', 'De klacht, de rechtszaak of het bezwaar is afgehandeld'), ('op_verzoek', 'De ouder of de leerling vroeg erom')], max_length=20)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('opgeheven_op', None)), fields=('dossier',), name='een_lopende_beperking'), models.CheckConstraint(condition=models.Q(models.Q(('opgeheven_door', None), ('opgeheven_op', None), ('opheffing', '')), models.Q(('opgeheven_door__isnull', False), ('opgeheven_op__isnull', False), models.Q(('opheffing', ''), _negated=True)), _connector='OR'), name='beperking_opgeheven_met_reden')],
            },
        ),
        sql.hoort_bij_dossier("dossiers_beperking"),
        sql.beveilig("dossiers_beperking", *sql.lezen_met_toegang(), *sql.schrijven()),
        kolommen.rechten("dossiers_beperking", wijzigen=("opgeheven_op", "opgeheven_door", "opheffing")),
        kolommen.bewaak("dossiers_beperking", "een_keer", "old.opgeheven_op is not null", "opgeheven blijft opgeheven"),
    ]
