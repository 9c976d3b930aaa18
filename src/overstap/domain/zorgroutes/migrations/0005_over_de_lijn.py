"""Keeps for the basisschool alone what of a zorgaanmelding went over the line to a system of the samenwerkingsverband."""

import uuid

from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

TABEL = "zorgroutes_zorgkoppeling"
STANDEN = (
    ("niet", "Niet gemeld"),
    ("onderweg", "Wordt gemeld"),
    ("ontvangen", "Ontvangen"),
    ("niet_gelukt", "Niet gelukt"),
)
REDENEN = (
    ("ouders", "De ouders willen dit niet meer"),
    ("andere_route", "Een andere route past beter"),
    ("niet_nodig", "De leerling heeft dit niet meer nodig"),
    ("vergissing", "De aanmelding was een vergissing"),
    ("beantwoord", "Het samenwerkingsverband gaf antwoord vanuit het eigen systeem"),
)
BIJGEHOUDEN = (
    "kenmerk", "doel_brin", "aanleverpunt", "geheim", "zoekhash", "bestand_op", "aangeboden_op", "aangeboden_door",
    "meldstand", "meldcode", "gevraagd_op", "uitkomst", "code", "sessie", "opgehaald_op", "antwoord", "antwoord_op",
)
# What a school already changed of a route, and when the answer came.
VAN_DE_SCHOOL = (
    "staat", "geheim", "bijgewerkt_op", "soort", "vo_school_id", "voorgelegd_op", "verstuurd_op", "verstuurd_door",
    "zaaksleutel_id", "klaargezet_op", "ingetrokken_op", "ingetrokken_door", "intrekreden", "antwoord_op",
)
# In the database too an answer is told once, and stays as it was told.
TWEEDE_ANTWOORD = (
    "old.antwoord_op is not null and (old.antwoord, old.antwoord_op) is distinct from (new.antwoord, new.antwoord_op)"
)
BLIJFT = models.deletion.PROTECT


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0004_tegengehouden"), ("scholen", "0009_swv_systeem"))
    operations = (
        migrations.AddField("zorgroute", "antwoord_op", models.DateTimeField(null=True)),
        migrations.AlterField(
            "zorgroute", "intrekreden", models.CharField(max_length=20, choices=REDENEN, blank=True)
        ),
        kolommen.rechten("zorgroutes_zorgroute", wijzigen=VAN_DE_SCHOOL),
        migrations.CreateModel(
            "Zorgkoppeling",
            [
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kenmerk", models.CharField(max_length=40)),
                ("doel_brin", models.CharField(max_length=6)),
                ("aanleverpunt", models.CharField(max_length=40)),
                ("geheim", models.BinaryField(null=True)),
                ("zoekhash", models.BinaryField(null=True)),
                ("bestand_op", models.DateTimeField(null=True)),
                ("aangeboden_op", models.DateTimeField()),
                ("aangeboden_door", models.UUIDField(null=True)),
                ("meldstand", models.CharField(choices=STANDEN, default="onderweg", max_length=15)),
                ("meldcode", models.CharField(blank=True, max_length=80)),
                ("gevraagd_op", models.DateTimeField(null=True)),
                ("uitkomst", models.CharField(blank=True, max_length=20)),
                ("code", models.CharField(blank=True, max_length=80)),
                ("sessie", models.CharField(blank=True, max_length=80)),
                ("opgehaald_op", models.DateTimeField(null=True)),
                ("antwoord", models.BinaryField(null=True)),
                ("antwoord_op", models.DateTimeField(null=True)),
                ("dossier", models.ForeignKey(on_delete=BLIJFT, related_name="+", to="dossiers.dossier")),
                ("school", models.ForeignKey(on_delete=BLIJFT, related_name="+", to="scholen.organisatie")),
                ("swv", models.ForeignKey(on_delete=BLIJFT, related_name="+", to="scholen.organisatie")),
                ("route", models.OneToOneField(on_delete=BLIJFT, related_name="+", to="zorgroutes.zorgroute")),
            ],
            {
                "constraints": (
                    models.UniqueConstraint(fields=("school", "zoekhash"), name="een_koppeling_per_sleutel"),
                    models.CheckConstraint(
                        condition=models.Q(geheim=None, zoekhash=None)
                        | models.Q(geheim__isnull=False, zoekhash__isnull=False),
                        name="koppelsleutel_te_vinden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(gevraagd_op=None, uitkomst="", code="", opgehaald_op=None)
                        | models.Q(gevraagd_op__isnull=False) & ~models.Q(uitkomst=""),
                        name="koppeling_gevraagd_met_uitkomst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(antwoord=None, antwoord_op=None)
                        | models.Q(antwoord__isnull=False, antwoord_op__isnull=False),
                        name="koppeling_antwoord_met_dag",
                    ),
                ),
            },
        ),
        migrations.RunSQL(
            f"alter table {TABEL} add constraint zorgkoppeling_route_swv_fk foreign key (route_id, swv_id) "
            "references zorgroutes_zorgroute (id, swv_id) deferrable initially deferred;",
            f"alter table {TABEL} drop constraint zorgkoppeling_route_swv_fk;",
        ),
        sql.hoort_bij_dossier(TABEL),
        sql.beveilig(TABEL, sql.Regel("select", sql.EIGEN_SCHOOL), *sql.schrijven()),
        kolommen.rechten(TABEL, wijzigen=BIJGEHOUDEN),
        kolommen.bewaak(TABEL, "een_antwoord", TWEEDE_ANTWOORD, "een antwoord blijft zoals het was"),
    )
