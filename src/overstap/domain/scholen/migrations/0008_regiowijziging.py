"""Keeps every change of a region, and lets people change only the own region and its schools."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from overstap.foundation.rls import kolommen, sql

# Of who works for a region: that region. Everybody else has none.
MIJN_REGIOS = f"""
create function mijn_regios() returns uuid[] language plpgsql stable parallel safe as $$
begin
  return array(select o.regio_id from public.scholen_organisatie o where o.id = {sql.MIJ} and o.soort = 'regio');
end $$;
"""
EIGEN = "regio_id = any((select mijn_regios())::uuid[])"
# The command line, which loads the files of regions, is nobody.
IEMAND = "(cardinality(mijn_organisaties()) > 0 or mijn_ouder() is not null)"
VREEMD = f"{IEMAND} and not (old.id = any(mijn_organisaties()) or old.regio_id = any(mijn_regios())"
BUITEN = "(old.gegevens ? 'buiten_regio' and new.regio_id = any(mijn_regios()))"

ONDERWERPEN = (
    ("termijnen", "Termijnen en afspraken"),
    ("datums", "Datums van het schooljaar"),
    ("vragen", "Vragen en uitleg in het rapport"),
    ("bijlagen", "Bijlagen die vanzelf meegaan"),
    ("woorden", "Woorden van de regio"),
    ("contact", "Wie de scholen helpt"),
    ("swv", "Samenwerkingsverband"),
    ("besturen", "Besturen"),
    ("scholen", "Scholen en vestigingen"),
)


class Migration(migrations.Migration):
    dependencies = (
        ("scholen", "0007_leerlingadministratie"),
        ("dossiers", "0002_slot"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )
    operations = (
        migrations.CreateModel(
            name="Regiowijziging",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("onderwerp", models.CharField(choices=ONDERWERPEN, max_length=20)),
                ("op", models.DateTimeField()),
                ("van", models.JSONField()),
                ("naar", models.JSONField()),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "herstelt",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scholen.regiowijziging",
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scholen.regio"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["regio", "op"], name="regiowijziging_regio_op")]},
        ),
        migrations.RunSQL(MIJN_REGIOS, "drop function mijn_regios();"),
        sql.beveilig("scholen_regiowijziging", sql.Regel("select", EIGEN), sql.Regel("insert", EIGEN)),
        sql.onveranderlijk("scholen_regiowijziging"),
        kolommen.bewaak(
            "scholen_regio", "eigen", f"{IEMAND} and not (old.id = any(mijn_regios()))", "dit is een andere regio"
        ),
        kolommen.bewaak("scholen_organisatie", "eigen", f"{VREEMD} or {BUITEN})", "dit is een andere organisatie"),
    )
