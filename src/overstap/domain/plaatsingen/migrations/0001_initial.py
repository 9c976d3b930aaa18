"""Makes the tables of placing: applications as a vo school sees them, its decisions, its questions, its brugklassen."""

import django.db.models.deletion
import overstap.domain.plaatsingen.enums
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dossiers', '0005_heropenreden'),
        ('overdrachten', '0007_tegengehouden'),
        ('scholen', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Brugklas',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('schooljaar', models.CharField(max_length=9)),
                ('naam', models.CharField(max_length=60)),
                ('advies_van', models.CharField(blank=True, choices=[('vso', 'vso'), ('pro', 'pro'), ('vmbo_b', 'vmbo-b'), ('vmbo_b_lwoo', 'vmbo-b met lwoo'), ('vmbo_bk', 'vmbo-b/k'), ('vmbo_bk_lwoo', 'vmbo-b/k met lwoo'), ('vmbo_k', 'vmbo-k'), ('vmbo_k_lwoo', 'vmbo-k met lwoo'), ('vmbo_kgt', 'vmbo-k/gt'), ('vmbo_kgt_lwoo', 'vmbo-k/gt met lwoo'), ('vmbo_gt', 'vmbo-gt'), ('vmbo_gt_lwoo', 'vmbo-gt met lwoo'), ('vmbo_gt_havo', 'vmbo-gt/havo'), ('havo', 'havo'), ('havo_vwo', 'havo/vwo'), ('vwo', 'vwo'), ('geen', 'geen specifiek advies'), ('vmbo_kg', 'vmbo-k/g'), ('vmbo_kg_lwoo', 'vmbo-k/g met lwoo'), ('vmbo_g', 'vmbo-g'), ('vmbo_g_lwoo', 'vmbo-g met lwoo'), ('vmbo_g_havo', 'vmbo-g/havo'), ('vmbo_t', 'vmbo-t'), ('vmbo_t_lwoo', 'vmbo-t met lwoo')], max_length=20)),
                ('advies_tot', models.CharField(blank=True, choices=[('vso', 'vso'), ('pro', 'pro'), ('vmbo_b', 'vmbo-b'), ('vmbo_b_lwoo', 'vmbo-b met lwoo'), ('vmbo_bk', 'vmbo-b/k'), ('vmbo_bk_lwoo', 'vmbo-b/k met lwoo'), ('vmbo_k', 'vmbo-k'), ('vmbo_k_lwoo', 'vmbo-k met lwoo'), ('vmbo_kgt', 'vmbo-k/gt'), ('vmbo_kgt_lwoo', 'vmbo-k/gt met lwoo'), ('vmbo_gt', 'vmbo-gt'), ('vmbo_gt_lwoo', 'vmbo-gt met lwoo'), ('vmbo_gt_havo', 'vmbo-gt/havo'), ('havo', 'havo'), ('havo_vwo', 'havo/vwo'), ('vwo', 'vwo'), ('geen', 'geen specifiek advies'), ('vmbo_kg', 'vmbo-k/g'), ('vmbo_kg_lwoo', 'vmbo-k/g met lwoo'), ('vmbo_g', 'vmbo-g'), ('vmbo_g_lwoo', 'vmbo-g met lwoo'), ('vmbo_g_havo', 'vmbo-g/havo'), ('vmbo_t', 'vmbo-t'), ('vmbo_t_lwoo', 'vmbo-t met lwoo')], max_length=20)),
                ('capaciteit', models.PositiveSmallIntegerField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
            ],
        ),
        migrations.CreateModel(
            name='Plaatsing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('aangemeld_op', models.DateField()),
                ('met_vraag', models.BooleanField()),
                ('met_tlv', models.BooleanField()),
                ('gesprek_gevraagd', models.BooleanField()),
                ('besluit_voor', models.DateField()),
                ('verlengd_op', models.DateTimeField(null=True)),
                ('status', models.CharField(choices=[('ontvangen', 'Ontvangen'), ('in_behandeling', 'In behandeling'), ('toelaatbaar', 'Toelaatbaar'), ('afgewezen', 'Afgewezen'), ('geplaatst', 'Geplaatst')], default=overstap.domain.plaatsingen.enums.Aanmeldstatus['ONTVANGEN'], max_length=20)),
                ('status_op', models.DateTimeField()),
                ('herzien_op', models.DateTimeField(null=True)),
                ('aanmelding', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='overdrachten.aanmelding')),
                ('brugklas', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plaatsingen.brugklas')),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
                ('ontvanger', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
                ('overdracht', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='overdrachten.overdracht')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
            ],
        ),
        migrations.CreateModel(
            name='Besluit',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('soort', models.CharField(choices=[('besluit', 'Besluit'), ('herziening', 'Herzien besluit'), ('verlenging', 'Langere termijn')], max_length=12)),
                ('status', models.CharField(choices=[('ontvangen', 'Ontvangen'), ('in_behandeling', 'In behandeling'), ('toelaatbaar', 'Toelaatbaar'), ('afgewezen', 'Afgewezen'), ('geplaatst', 'Geplaatst')], max_length=20)),
                ('grond', models.CharField(blank=True, choices=[('vol', 'Er is geen plaats'), ('voorwaarden', 'De leerling voldoet niet aan de toelatingsvoorwaarden'), ('grondslag', 'De ouders respecteren de grondslag van de school niet'), ('andere_school', 'Een andere school neemt de leerling aan')], max_length=20)),
                ('herzienreden', models.CharField(blank=True, choices=[('bezwaar', 'De ouders maakten bezwaar'), ('informatie', 'Er kwam nieuwe informatie'), ('plek', 'Er kwam een plek vrij, of de plek verviel'), ('vergissing', 'Het besluit was verkeerd vastgelegd')], max_length=20)),
                ('geheim', models.BinaryField(null=True)),
                ('op', models.DateTimeField()),
                ('door', models.UUIDField()),
                ('functie', models.CharField(max_length=30)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
                ('ontvanger', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
                ('plaatsing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plaatsingen.plaatsing')),
            ],
        ),
        migrations.CreateModel(
            name='Vraag',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('geheim', models.BinaryField()),
                ('gesteld_op', models.DateTimeField()),
                ('gesteld_door', models.UUIDField()),
                ('functie', models.CharField(max_length=30)),
                ('antwoord', models.BinaryField(null=True)),
                ('beantwoord_op', models.DateTimeField(null=True)),
                ('beantwoord_door', models.UUIDField(null=True)),
                ('antwoordfunctie', models.CharField(blank=True, max_length=30)),
                ('gezien_op', models.DateTimeField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.dossier')),
                ('ontvanger', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
                ('plaatsing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plaatsingen.plaatsing')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
            ],
        ),
        migrations.AddConstraint(
            model_name='brugklas',
            constraint=models.UniqueConstraint(fields=('school', 'schooljaar', 'naam'), name='brugklas_naam_een_keer'),
        ),
        migrations.AddConstraint(
            model_name='brugklas',
            constraint=models.UniqueConstraint(fields=('id', 'school'), name='brugklas_met_school'),
        ),
        migrations.AddIndex(
            model_name='plaatsing',
            index=models.Index(fields=['ontvanger', 'status'], name='plaatsingen_ontvang_7e1e8d_idx'),
        ),
        migrations.AddConstraint(
            model_name='plaatsing',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['ontvangen', 'in_behandeling', 'toelaatbaar', 'afgewezen', 'geplaatst'])), name='plaatsing_bekende_status'),
        ),
        migrations.AddConstraint(
            model_name='plaatsing',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('brugklas__isnull', False), ('status', 'geplaatst')), models.Q(models.Q(('status', 'geplaatst'), _negated=True), ('brugklas', None)), _connector='OR'), name='geplaatst_met_brugklas'),
        ),
        migrations.AddConstraint(
            model_name='plaatsing',
            constraint=models.UniqueConstraint(fields=('id', 'dossier', 'ontvanger'), name='plaatsing_met_ontvanger'),
        ),
        migrations.AddConstraint(
            model_name='besluit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'afgewezen'), models.Q(('grond', ''), _negated=True), ('geheim__isnull', False)), models.Q(models.Q(('status', 'afgewezen'), _negated=True), ('grond', '')), _connector='OR'), name='afgewezen_met_grond'),
        ),
        migrations.AddConstraint(
            model_name='besluit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('soort', 'herziening'), models.Q(('herzienreden', ''), _negated=True)), models.Q(models.Q(('soort', 'herziening'), _negated=True), ('herzienreden', '')), _connector='OR'), name='herzien_met_reden'),
        ),
        migrations.AddIndex(
            model_name='vraag',
            index=models.Index(condition=models.Q(('beantwoord_op', None)), fields=['school'], name='vraag_open'),
        ),
        migrations.AddIndex(
            model_name='vraag',
            index=models.Index(condition=models.Q(('gezien_op', None)), fields=['plaatsing'], name='vraag_loopt'),
        ),
        migrations.AddConstraint(
            model_name='vraag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('antwoord', None), ('antwoordfunctie', ''), ('beantwoord_door', None), ('beantwoord_op', None), ('gezien_op', None)), models.Q(('antwoord__isnull', False), ('beantwoord_door__isnull', False), ('beantwoord_op__isnull', False), models.Q(('antwoordfunctie', ''), _negated=True)), _connector='OR'), name='beantwoord_met_wie'),
        ),
    ]
