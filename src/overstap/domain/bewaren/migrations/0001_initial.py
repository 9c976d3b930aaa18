"""Keeps which terms a board chose, and what was proposed, released and destroyed: ids and counts only."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('scholen', '0006_regiocoordinator'),
    ]

    operations = [
        migrations.CreateModel(
            name='Vernietiging',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('voorgesteld_op', models.DateTimeField()),
                ('voorgesteld_door', models.UUIDField()),
                ('vrijgegeven_op', models.DateTimeField(null=True)),
                ('vrijgegeven_door', models.UUIDField(null=True)),
                ('ingetrokken_op', models.DateTimeField(null=True)),
                ('ingetrokken_door', models.UUIDField(null=True)),
                ('uitgevoerd_op', models.DateTimeField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
            ],
        ),
        migrations.CreateModel(
            name='Vernietigregel',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('soort', models.CharField(choices=[('rapport', 'Onderwijskundig rapport'), ('rapport_elders', 'Rapport dat ook in uw leerlingadministratie staat'), ('zonder_rapport', 'Dossier zonder definitief rapport'), ('zaak', 'Zorgaanmelding bij het samenwerkingsverband'), ('toegang', 'Rapport van een leerling van uw school'), ('toegang_afgewezen', 'Rapport van een leerling die niet komt'), ('inname', 'Rapport dat uw school zelf innam')], max_length=20)),
                ('object_id', models.UUIDField()),
                ('vervalt_op', models.DateField()),
                ('stand', models.CharField(choices=[('wacht', 'Wacht'), ('rijen_weg', 'Wordt vernietigd'), ('vernietigd', 'Vernietigd'), ('geweigerd', 'Niet vernietigd'), ('ingetrokken', 'Ingetrokken')], default='wacht', max_length=12)),
                ('beletsel', models.CharField(blank=True, choices=[('zorgroute', 'Er loopt een zorgaanmelding'), ('swv_bewaart', 'Het samenwerkingsverband bewaart de zorgaanmelding nog'), ('correctie', 'Een ouder wacht op antwoord'), ('beperking', 'De gegevens zijn beperkt'), ('niet_aan_de_beurt', 'De termijn is nog niet voorbij')], max_length=20)),
                ('sleutels', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('bestanden', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('weg', models.JSONField(default=dict)),
                ('gedaan_op', models.DateTimeField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
                ('vernietiging', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regels', to='bewaren.vernietiging')),
            ],
        ),
        migrations.CreateModel(
            name='Bewaarkeuze',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('soort', models.CharField(choices=[('rapport', 'Onderwijskundig rapport'), ('rapport_elders', 'Rapport dat ook in uw leerlingadministratie staat'), ('zonder_rapport', 'Dossier zonder definitief rapport'), ('zaak', 'Zorgaanmelding bij het samenwerkingsverband'), ('toegang', 'Rapport van een leerling van uw school'), ('toegang_afgewezen', 'Rapport van een leerling die niet komt'), ('inname', 'Rapport dat uw school zelf innam')], max_length=20)),
                ('maanden', models.PositiveSmallIntegerField()),
                ('gekozen_op', models.DateTimeField()),
                ('gekozen_door', models.UUIDField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'soort'), name='een_keuze_per_soort')],
            },
        ),
        migrations.AddConstraint(
            model_name='vernietiging',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('vrijgegeven_door', None), ('vrijgegeven_op', None)), models.Q(('vrijgegeven_door__isnull', False), ('vrijgegeven_op__isnull', False), models.Q(('vrijgegeven_door', models.F('voorgesteld_door')), _negated=True)), _connector='OR'), name='vrijgegeven_door_een_ander'),
        ),
        migrations.AddConstraint(
            model_name='vernietiging',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ingetrokken_door', None), ('ingetrokken_op', None)), models.Q(('ingetrokken_door__isnull', False), ('ingetrokken_op__isnull', False), ('vrijgegeven_op', None)), _connector='OR'), name='ingetrokken_voor_vrijgave'),
        ),
        migrations.AddConstraint(
            model_name='vernietiging',
            constraint=models.CheckConstraint(condition=models.Q(('uitgevoerd_op', None), ('vrijgegeven_op__isnull', False), _connector='OR'), name='uitgevoerd_na_vrijgave'),
        ),
        migrations.AddConstraint(
            model_name='vernietiging',
            constraint=models.UniqueConstraint(fields=('id', 'school'), name='vernietiging_met_school'),
        ),
        migrations.AddConstraint(
            model_name='vernietigregel',
            constraint=models.UniqueConstraint(condition=models.Q(('stand__in', ['wacht', 'rijen_weg'])), fields=('soort', 'object_id', 'school'), name='een_keer_tegelijk_op_een_lijst'),
        ),
        migrations.AddConstraint(
            model_name='vernietigregel',
            constraint=models.CheckConstraint(condition=models.Q(('stand', 'geweigerd'), ('beletsel', ''), _connector='XOR'), name='geweigerd_met_beletsel'),
        ),
    ]
