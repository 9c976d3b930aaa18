"""Lets a vo school make an organisation for one pupil of a basisschool without Overstap, beside the real schools."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

ROLLEN = (
    ("leerkracht", "leerkracht"),
    ("intern_begeleider", "intern begeleider"),
    ("directeur", "directeur"),
    ("administratie_po", "administratie"),
    ("gast", "medewerker"),
    ("toelatingscommissie", "toelatingscommissie"),
    ("zorgcoordinator", "zorgcoördinator"),
    ("administratie_vo", "administratie"),
    ("swv_loket", "loket"),
    ("swv_commissie", "adviescommissie"),
    ("ouder", "ouder"),
    ("systeem", "het systeem"),
)


class Migration(migrations.Migration):
    dependencies = (("scholen", "0004_swv"),)
    operations = (
        migrations.AlterField("aanstelling", "rol", models.CharField(max_length=30, choices=ROLLEN)),
        migrations.AddField(
            "organisatie",
            "gast_van",
            models.ForeignKey(
                "scholen.organisatie", on_delete=models.deletion.PROTECT, null=True, related_name="+"
            ),
        ),
        migrations.RemoveConstraint("organisatie", "organisatie_brin_vestiging"),
        migrations.AddConstraint(
            "organisatie",
            models.UniqueConstraint(
                fields=("brin", "vestiging"), condition=models.Q(gast_van=None), name="organisatie_brin_vestiging"
            ),
        ),
        kolommen.bewaak(
            "scholen_organisatie",
            "gast",
            "new.gast_van_id is not null and not (new.gast_van_id = any(mijn_organisaties()))",
            "een gast hoort bij de vo-school die uitnodigde",
            bij="insert",
        ),
        kolommen.bewaak(
            "scholen_organisatie",
            "gast_blijft",
            "new.gast_van_id is distinct from old.gast_van_id",
            "een gast blijft bij de vo-school die uitnodigde",
        ),
    )
