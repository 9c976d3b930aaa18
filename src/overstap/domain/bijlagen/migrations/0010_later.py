"""Hides an attachment that came after definitief from the vo school until it was sent there."""

from django.db import migrations

from overstap.foundation.rls import sql

IS_SWV = """(select exists(select 1 from scholen_organisatie o
  where o.id = any(mijn_organisaties()) and o.soort = 'swv'))"""
OUD = f"vrijgegeven_op is not null and {sql.toegang_organisatie('dossier_id')} and not {IS_SWV}"
NIEUW = f"(later_bij is null or meegestuurd_op is not null) and {OUD}"


class Migration(migrations.Migration):

    dependencies = [('bijlagen', '0009_per_ontvanger')]

    operations = [
        migrations.RunSQL(
            f"alter policy bijlagen_bijlage_select_2 on bijlagen_bijlage using ({NIEUW});",
            f"alter policy bijlagen_bijlage_select_2 on bijlagen_bijlage using ({OUD});",
        ),
    ]
