-- What is there already is found: a correction by its key, and a plan by settings that are written in one way only.

-- The client's own key of the amendment: the same correction said twice is made once. What an import corrects has none,
-- nor has what was corrected before keys were kept.
alter table est.incident_version
  add column key uuid,
  add constraint amendment_said_once unique (municipality, key);

-- Who, why and under which key are told by the session's settings est.actor, est.reason and est.key.
create or replace function est.keep_incident_version() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a report is never deleted: withdraw it'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_is_kept';
  end if;
  if (new.municipality, new.received_at, new.id, new.reported_by, new.source)
     is distinct from (old.municipality, old.received_at, old.id, old.reported_by, old.source) then
    raise exception 'where a report comes from never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_origin_stays';
  end if;
  -- A first review takes nothing away; a second one does, and so does a withdrawal.
  if (new.class, new.category_version, new.category, new.reasons, new.area_id, new.place, new.place_type,
      new.precision, new.occurred_from, new.occurred_to, new.certainty, new.assessment, new.text, new.seen_at)
     is not distinct from
     (old.class, old.category_version, old.category, old.reasons, old.area_id, old.place, old.place_type,
      old.precision, old.occurred_from, old.occurred_to, old.certainty, old.assessment, old.text, old.seen_at)
     and new.point::bytea is not distinct from old.point::bytea
     and (new.review = old.review or (old.review = 'received' and new.review <> 'withdrawn')) then
    new.version := old.version;
    return new;
  end if;
  if nullif(current_setting('est.actor', true), '') is null then
    raise exception 'a change of a report says who makes it'
      using errcode = 'integrity_constraint_violation', constraint = 'incident_change_has_actor';
  end if;
  new.version := old.version + 1;
  insert into est.incident_version (municipality, received_at, id, version, content, superseded_at, superseded_by,
    reason, key)
  values (old.municipality, old.received_at, old.id, old.version, to_jsonb(old), est.clock(),
    current_setting('est.actor')::uuid, nullif(current_setting('est.reason', true), ''),
    nullif(current_setting('est.key', true), '')::uuid);
  return new;
end
$$;

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
