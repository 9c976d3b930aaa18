"""Remembers when and why a definitive report was opened again, for whoever received it."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen


REDENEN = [
    ("fout", "Er staat een fout in de gegevens"),
    ("correctie", "Een ouder vroeg om een correctie"),
    ("advies", "Het advies of de toetsuitslag verandert"),
    ("aanvulling", "Er ontbreekt informatie"),
    ("bijlage", "Er moet een bijlage bij of af"),
]


class Migration(migrations.Migration):
    dependencies = (("dossiers", "0004_schooljaar"),)
    operations = (
        migrations.AddField("dossier", "heropend_op", models.DateTimeField(null=True)),
        migrations.AddField(
            "dossier",
            "heropenreden",
            models.CharField(max_length=20, choices=REDENEN, blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "dossier",
            models.CheckConstraint(
                condition=models.Q(heropend_op=None, heropenreden="")
                | models.Q(heropend_op__isnull=False) & ~models.Q(heropenreden=""),
                name="heropend_met_reden",
            ),
        ),
        kolommen.rechten("dossiers_dossier", wijzigen=("staat", "groep", "heropend_op", "heropenreden")),
    )
