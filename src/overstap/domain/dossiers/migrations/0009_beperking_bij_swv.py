"""Lets a samenwerkingsverband read that the use of a pupil's data is restricted: it must know, and open no file (art. 19 AVG)."""

from django.db import migrations

HEEN = """create policy dossiers_beperking_select_zorgroute on dossiers_beperking for select
  using (dossier_id = any((select mijn_zorgdossiers())::uuid[]));"""
TERUG = "drop policy dossiers_beperking_select_zorgroute on dossiers_beperking;"


class Migration(migrations.Migration):
    dependencies = (("dossiers", "0008_beperking"),)
    operations = (migrations.RunSQL(HEEN, TERUG),)
