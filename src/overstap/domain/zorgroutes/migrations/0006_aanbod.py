"""Keeps for a samenwerkingsverband alone what schools elsewhere offer it over the line, and lets it make a case of it."""

import uuid

from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

TABEL = "zorgroutes_zorgaanbod"
SWV = f"swv_id = {sql.MIJ}"
# The case has the id of what was offered, and is of the samenwerkingsverband to which it was.
VAN_MIJN_AANBOD = f"""{SWV} and exists (select from {TABEL} a
  where a.id = route_id and a.swv_id = zorgroutes_zaak.swv_id and a.sleutel_id = zorgroutes_zaak.sleutel_id)"""  # noqa: S608  # constants only
STANDEN = (
    ("gemeld", "Klaargezet"),
    ("onderweg", "Wordt opgehaald"),
    ("niet_gelukt", "Niet opgehaald"),
    ("opgehaald", "Opgehaald"),
    ("aangenomen", "Aangenomen"),
    ("geweigerd", "Niet aangenomen"),
)
MELDSTANDEN = (
    ("niet", "Niet gemeld"),
    ("onderweg", "Wordt gemeld"),
    ("ontvangen", "Ontvangen"),
    ("niet_gelukt", "Niet gelukt"),
)
SOORTEN = (
    ("pro", "Praktijkonderwijs"),
    ("lwoo", "Leerwegondersteuning (lwoo)"),
    ("vso", "Voortgezet speciaal onderwijs"),
    ("arrangement", "Arrangement"),
    ("advies", "Alleen advies"),
)
STATEN = (
    ("in_voorbereiding", "In voorbereiding"),
    ("aangemeld", "Aangemeld"),
    ("vraag_gesteld", "Vraag gesteld"),
    ("beantwoord", "Vraag beantwoord"),
    ("compleet", "Dossier compleet"),
    ("in_commissie", "In de commissie"),
    ("besluit", "Besluit genomen"),
    ("teruggekoppeld", "Teruggekoppeld"),
    ("ingetrokken", "Ingetrokken"),
)
BIJGEHOUDEN = (
    "stand", "gevraagd_op", "gevraagd_door", "beantwoord_op", "code", "uitkomst", "sessie", "upload_id", "soort", "staat",
    "ontvangst_id", "besloten_op", "besloten_door", "terug_op", "terug_door", "terugstand", "terugcode", "vervalt_op",
)  # fmt: skip
# In the database too it is told back in one attempt.
TWEEDE_POGING = "old.terug_op is not null and old.terug_op is distinct from new.terug_op"


# How far its own system is a samenwerkingsverband reads; the row, with the koppelsleutel and the answer, is the school's.
ZORGLIJN = """
create function zorglijn_van_mijn_zaken() returns table (route_id uuid, meldstand varchar, bestand_op timestamptz,
  gevraagd_op timestamptz, uitkomst varchar, opgehaald_op timestamptz, antwoord_op timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.route_id, k.meldstand, k.bestand_op, k.gevraagd_op, k.uitkomst, k.opgehaald_op, k.antwoord_op
    from public.zorgroutes_zorgkoppeling k join public.zorgroutes_zorgroute r on r.id = k.route_id
    where r.swv_id = any(mijn_organisaties()) and r.verstuurd_op is not null and r.ingetrokken_op is null
$$;
"""


class Migration(migrations.Migration):
    dependencies = (("zorgroutes", "0005_over_de_lijn"), ("importen", "0013_zorg"))
    operations = (
        migrations.CreateModel(
            "Zorgaanbod",
            [
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sleutel_id", models.UUIDField(unique=True)),
                ("geheim", models.BinaryField()),
                ("zoekhash", models.BinaryField()),
                ("bron_brin", models.CharField(max_length=6)),
                ("kenmerk", models.CharField(max_length=40)),
                ("aanleverpunt", models.CharField(max_length=40)),
                ("gemeld_op", models.DateTimeField()),
                ("stand", models.CharField(choices=STANDEN, default="gemeld", max_length=15)),
                ("gevraagd_op", models.DateTimeField(null=True)),
                ("gevraagd_door", models.UUIDField(null=True)),
                ("beantwoord_op", models.DateTimeField(null=True)),
                ("code", models.CharField(blank=True, max_length=80)),
                ("uitkomst", models.CharField(blank=True, max_length=20)),
                ("sessie", models.CharField(blank=True, max_length=80)),
                ("upload_id", models.UUIDField(null=True)),
                ("soort", models.CharField(blank=True, choices=SOORTEN, max_length=15)),
                ("staat", models.CharField(blank=True, choices=STATEN, max_length=20)),
                ("ontvangst_id", models.UUIDField(null=True)),
                ("besloten_op", models.DateTimeField(null=True)),
                ("besloten_door", models.UUIDField(null=True)),
                ("terug_op", models.DateTimeField(null=True)),
                ("terug_door", models.UUIDField(null=True)),
                ("terugstand", models.CharField(choices=MELDSTANDEN, default="niet", max_length=15)),
                ("terugcode", models.CharField(blank=True, max_length=80)),
                ("vervalt_op", models.DateTimeField(db_index=True, null=True)),
                (
                    "swv",
                    models.ForeignKey(on_delete=models.deletion.PROTECT, related_name="+", to="scholen.organisatie"),
                ),
            ],
            {
                "constraints": (
                    models.UniqueConstraint(fields=("swv", "zoekhash"), name="een_aanbod_per_koppelsleutel"),
                    models.CheckConstraint(
                        condition=models.Q(stand="aangenomen", ontvangst_id__isnull=False, besloten_door__isnull=False)
                        & ~models.Q(soort="")
                        & ~models.Q(staat="")
                        | ~models.Q(stand="aangenomen") & models.Q(soort="", staat="", ontvangst_id=None),
                        name="aangenomen_aanbod_is_een_zaak",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(terug_op=None, terug_door=None, terugstand="niet")
                        | models.Q(terug_op__isnull=False, terug_door__isnull=False) & ~models.Q(terugstand="niet"),
                        name="aanbod_terug_door_een_mens",
                    ),
                ),
                "indexes": (models.Index(fields=("swv", "stand"), name="zorgroutes__swv_id_45360c_idx"),),
            },
        ),
        sql.beveilig(TABEL, sql.Regel("select", SWV), *sql.schrijven(SWV, verwijderen=True)),
        kolommen.rechten(TABEL, wijzigen=BIJGEHOUDEN, verwijderen=True),
        kolommen.bewaak(TABEL, "een_poging", TWEEDE_POGING, "terugkoppelen kan één keer"),
        migrations.RunSQL(ZORGLIJN, "drop function zorglijn_van_mijn_zaken();"),
        migrations.RunSQL(
            f"create policy zorgroutes_zaak_insert_aanbod on zorgroutes_zaak for insert with check ({VAN_MIJN_AANBOD});",
            "drop policy zorgroutes_zaak_insert_aanbod on zorgroutes_zaak;",
        ),
    )
