"""Lets nothing be sent or released while the use of a pupil's data is restricted (art. 18 AVG), whoever asks.

The rule stands in the domain too, with a sentence; this holds for what forgot it.
"""

from django.db import migrations

FUNCTIE = """
create function bewaren_niet_beperkt() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if exists (select from dossiers_beperking b where b.dossier_id = new.dossier_id and b.opgeheven_op is null) then
    raise exception 'het gebruik van deze gegevens is beperkt' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger bewaren_niet_beperkt before insert on overdrachten_overdracht
  for each row execute function bewaren_niet_beperkt();
create trigger bewaren_niet_beperkt before insert on overdrachten_vrijgave
  for each row execute function bewaren_niet_beperkt();
create trigger bewaren_niet_beperkt before update on zorgroutes_zorgroute
  for each row when (old.verstuurd_op is null and new.verstuurd_op is not null)
  execute function bewaren_niet_beperkt();
"""
WEG = """
drop trigger bewaren_niet_beperkt on overdrachten_overdracht;
drop trigger bewaren_niet_beperkt on overdrachten_vrijgave;
drop trigger bewaren_niet_beperkt on zorgroutes_zorgroute;
drop function bewaren_niet_beperkt();
"""


class Migration(migrations.Migration):
    dependencies = (("bewaren", "0002_slot"), ("overdrachten", "0013_gast_opruimen"))
    operations = (migrations.RunSQL(FUNCTIE, WEG),)
