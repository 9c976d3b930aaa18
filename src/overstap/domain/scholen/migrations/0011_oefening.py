"""Lets an organisation have invented ones to practise in, which keep apart from all others and never become real."""

from django.db import migrations, models

from overstap.foundation.rls import kolommen

MIJN_OEFENING = """(select o.oefening_van_id from scholen_organisatie o where o.id = any(mijn_organisaties()))"""


class Migration(migrations.Migration):
    dependencies = (("scholen", "0010_koppeling"),)
    operations = (
        migrations.AddField(
            "organisatie",
            "oefening_van",
            models.ForeignKey(
                "scholen.organisatie", on_delete=models.deletion.PROTECT, null=True, related_name="+"
            ),
        ),
        migrations.RemoveConstraint("organisatie", "organisatie_brin_vestiging"),
        migrations.AddConstraint(
            "organisatie",
            models.UniqueConstraint(
                fields=("brin", "vestiging"),
                condition=models.Q(gast_van=None, oefening_van=None),
                name="organisatie_brin_vestiging",
            ),
        ),
        kolommen.bewaak(
            "scholen_organisatie",
            "oefening",
            "new.oefening_van_id is not null and not (new.oefening_van_id = any(mijn_organisaties())) "
            f"and new.oefening_van_id is distinct from {MIJN_OEFENING}",
            "een oefenschool hoort bij wie er oefent",
            bij="insert",
        ),
        kolommen.bewaak(
            "scholen_organisatie",
            "oefening_blijft",
            "new.oefening_van_id is distinct from old.oefening_van_id",
            "wat verzonnen is, wordt nooit echt",
        ),
    )
