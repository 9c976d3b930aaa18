"""Lets a vo school read and record a warme overdracht with itself, which until now only the basisschool did."""

from django.db import migrations

from overstap.foundation.rls import sql

ONTVANGER = f"ontvanger_id = {sql.MIJ} and {sql.toegang_organisatie('dossier_id')}"
REGELS = f"""
create policy inzages_warmeoverdracht_vo_lezen on inzages_warmeoverdracht for select using ({ONTVANGER});
create policy inzages_warmeoverdracht_vo_maken on inzages_warmeoverdracht for insert
  with check ({ONTVANGER} and gehouden_op is null and vervallen_op is null);
create policy inzages_warmeoverdracht_vo_zetten on inzages_warmeoverdracht for update
  using ({ONTVANGER}) with check ({ONTVANGER});
"""
WEG = """
drop policy inzages_warmeoverdracht_vo_lezen on inzages_warmeoverdracht;
drop policy inzages_warmeoverdracht_vo_maken on inzages_warmeoverdracht;
drop policy inzages_warmeoverdracht_vo_zetten on inzages_warmeoverdracht;
"""


class Migration(migrations.Migration):
    dependencies = (("plaatsingen", "0002_slot"), ("inzages", "0006_slot_ouders"))
    operations = (migrations.RunSQL(REGELS, WEG),)
