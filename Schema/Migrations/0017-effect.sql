-- By what an action's effect is judged: where, compared with where, of what and from when. It is said before the action
-- starts; what is said later is kept too, as a new version, and told apart by when it was said.

create table est.effect_plan (
  municipality text not null,
  action_id uuid not null,
  version integer not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null,
  -- Weeks just before the start that are left out: those whose peak brought the action about.
  trigger_weeks integer not null check (trigger_weeks between 0 and 52),
  longest_weeks integer check (longest_weeks between 1 and 520),
  primary key (municipality, action_id, version),
  constraint effect_plan_of_action foreign key (municipality, action_id) references est.action (municipality, id),
  constraint effect_plan_by_participant foreign key (municipality, made_by)
    references est.participant (municipality, id)
);

-- An area has one place in a plan.
create table est.effect_plan_area (
  municipality text not null,
  action_id uuid not null,
  version integer not null,
  area_id uuid not null,
  place text not null check (place in ('target', 'control', 'displacement', 'displacement-control')),
  primary key (municipality, action_id, version, area_id),
  constraint effect_area_of_plan foreign key (municipality, action_id, version)
    references est.effect_plan (municipality, action_id, version)
    deferrable initially deferred,
  constraint effect_area_of_municipality foreign key (municipality, area_id) references est.area (municipality, id)
);

-- None means all.
create table est.effect_plan_category (
  municipality text not null,
  action_id uuid not null,
  version integer not null,
  category text not null check (category <> ''),
  primary key (municipality, action_id, version, category),
  constraint effect_category_of_plan foreign key (municipality, action_id, version)
    references est.effect_plan (municipality, action_id, version)
    deferrable initially deferred
);

-- What is to be judged by stands, so that nobody can choose it by the outcome.
create trigger effect_plan_is_append_only before update or delete on est.effect_plan
  for each row execute function est.refuse_change();
create trigger effect_plan_is_kept before truncate on est.effect_plan
  for each statement execute function est.refuse_change();
create trigger effect_plan_area_is_append_only before update or delete on est.effect_plan_area
  for each row execute function est.refuse_change();
create trigger effect_plan_category_is_append_only before update or delete on est.effect_plan_category
  for each row execute function est.refuse_change();

-- A plan is written whole: its areas and categories first, and once it is there itself, none joins it. Who writes a plan
-- of an action and who adds to one wait for each other.
create function est.refuse_later_part() returns trigger
language plpgsql
as $$
begin
  perform from est.action a where (a.municipality, a.id) = (new.municipality, new.action_id) for no key update;
  if exists (select from est.effect_plan p
      where (p.municipality, p.action_id, p.version) = (new.municipality, new.action_id, new.version)) then
    raise exception 'version % of the plan stands as it is', new.version
      using errcode = 'integrity_constraint_violation', constraint = 'effect_plan_stands';
  end if;
  return new;
end
$$;
create trigger effect_plan_area_comes_first before insert on est.effect_plan_area
  for each row execute function est.refuse_later_part();
create trigger effect_plan_category_comes_first before insert on est.effect_plan_category
  for each row execute function est.refuse_later_part();

-- It compares something with something, and what may have moved with something like it.
create function est.check_effect_plan() returns trigger
language plpgsql
as $$
declare
  places text[];
begin
  perform from est.action a where (a.municipality, a.id) = (new.municipality, new.action_id) for no key update;
  select coalesce(array_agg(distinct a.place), '{}') into places from est.effect_plan_area a
  where (a.municipality, a.action_id, a.version) = (new.municipality, new.action_id, new.version);
  if not places @> '{target,control}'
     or ('displacement' = any (places)) <> ('displacement-control' = any (places)) then
    raise exception 'an effect is judged by an area and one to compare it with'
      using errcode = 'integrity_constraint_violation', constraint = 'effect_plan_compares';
  end if;
  return new;
end
$$;
create trigger effect_plan_compares before insert on est.effect_plan
  for each row execute function est.check_effect_plan();
