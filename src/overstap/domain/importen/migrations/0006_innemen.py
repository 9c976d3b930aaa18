"""Lets a vo school look before it takes a file in, keep its attachments, and know until when it keeps them."""

import django.db.models.deletion
import overstap.domain.bijlagen.enums
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('importen', '0005_naar_dossier'),
        ('scholen', '0003_groepen'),
    ]

    operations = [
        migrations.AddField(
            model_name='ontvangst',
            name='bewaren_tot',
            field=models.DateField(db_index=True, null=True),
        ),
        migrations.RunSQL(
            "update importen_ontvangst set bewaren_tot = "
            "make_date(greatest(right(schooljaar, 4)::int, extract(year from ontvangen_op + interval '5 months')::int) + 1, "
            "8, 1)",
            migrations.RunSQL.noop,
        ),
        migrations.AlterField(
            model_name='ontvangst',
            name='bewaren_tot',
            field=models.DateField(db_index=True),
        ),
        migrations.AddField(
            model_name='upload',
            name='herkomst',
            field=models.CharField(blank=True, choices=[('basisschool', 'Van een basisschool buiten de regio'), ('eigen_las', 'Uit de eigen leerlingadministratie')], max_length=15),
        ),
        migrations.CreateModel(
            name='Ontvangstbijlage',
            fields=[
                ('sleutel', models.CharField(max_length=40)),
                ('plek', models.CharField(blank=True, max_length=80)),
                ('soort', models.CharField(choices=[('leerlingrapport', 'Leerlingrapport van de doorstroomtoets'), ('lvs_profiel', 'Overzicht uit het leerlingvolgsysteem'), ('rapport', 'Rapport met cijfers'), ('opp', 'Ontwikkelingsperspectief of groeidocument'), ('handelingsplan', 'Handelingsplan'), ('ondersteuning', 'Beschikking of toelichting over ondersteuning'), ('verzuim', 'Overzicht van het verzuim'), ('verklaring', 'Dyslexieverklaring of dyscalculieverklaring'), ('onderzoek', 'Verslag van een onderzoek door een deskundige'), ('portfolio', 'Portfolio, foto of film'), ('zienswijze', 'Zienswijze van de ouders'), ('overig', 'Ander document')], max_length=20)),
                ('mime', models.CharField(max_length=100)),
                ('omvang', models.PositiveBigIntegerField()),
                ('geheime_naam', models.BinaryField()),
                ('bestand_id', models.UUIDField(unique=True)),
                ('scan', models.CharField(choices=[('wordt_gecontroleerd', 'Wordt gecontroleerd'), ('veilig', 'Veilig'), ('geweigerd', 'Geweigerd'), ('niet_gescand', 'Niet gescand')], default=overstap.domain.bijlagen.enums.Scanstaat['WORDT_GECONTROLEERD'], max_length=20)),
                ('gescand_op', models.DateTimeField(null=True)),
                ('gescand_met', models.CharField(blank=True, default='', max_length=80)),
                ('weigerreden', models.CharField(blank=True, choices=[('virus', 'Virus gevonden'), ('macro', "Bevat macro's"), ('wachtwoord', 'Heeft een wachtwoord'), ('onleesbaar', 'Kan niet worden gelezen')], max_length=12)),
                ('ingrepen', models.JSONField(default=list)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('ontvangst', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='importen.ontvangst')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scholen.organisatie')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('ontvangst', 'sleutel'), name='sleutel_per_ontvangst'), models.CheckConstraint(condition=models.Q(('scan', overstap.domain.bijlagen.enums.Scanstaat['GEWEIGERD']), ('weigerreden', ''), _connector='XOR'), name='ontvangst_geweigerd_met_reden')],
            },
        ),
    ]
