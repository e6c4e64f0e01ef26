-- What is there already is found: a correction by its key, and a plan by settings that are written in one way only.

-- A group's days off in their order, each once: a cycle keeps the settings that it was planned under in that form, and
-- a group whose settings read otherwise would be planned anew for ever.
create function est.in_order(days date[]) returns date[]
language sql immutable
as $$ select coalesce(array_agg(distinct d order by d), '{}') from unnest(days) d $$;

create function est.order_days_off() returns trigger
language plpgsql
as $$
begin
  new.days_off := est.in_order(new.days_off);
  return new;
end
$$;
create trigger days_off_are_in_order before insert or update of days_off on est.est_group
  for each row execute function est.order_days_off();

update est.est_group set days_off = est.in_order(days_off) where days_off <> est.in_order(days_off);
update est.cycle c
set settings = jsonb_set(c.settings, '{daysOff}', to_jsonb(est.in_order(days.off)))
from (select municipality, id, array(select jsonb_array_elements_text(settings -> 'daysOff')::date) as off
  from est.cycle) days
where (days.municipality, days.id) = (c.municipality, c.id) and days.off <> est.in_order(days.off);
