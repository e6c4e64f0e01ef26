-- What one event of a kind weighs, in days, as tables that the municipality brings: none is built in. A version stands.

create table est.harm_table (
  municipality text not null references est.municipality,
  version integer not null check (version > 0),
  name text not null check (name <> ''),
  edition text not null check (edition <> ''),
  source text not null check (source <> ''),
  imported_at timestamptz not null,
  imported_by uuid not null,
  primary key (municipality, version),
  constraint harm_table_by_participant foreign key (municipality, imported_by)
    references est.participant (municipality, id)
);

create table est.harm_weight (
  municipality text not null,
  version integer not null,
  category text not null check (category <> ''),
  days double precision not null check (days >= 0 and days < 'infinity'),
  primary key (municipality, version, category),
  constraint harm_weight_of_table foreign key (municipality, version)
    references est.harm_table (municipality, version) deferrable initially deferred
);

create trigger harm_table_is_append_only before update or delete on est.harm_table
  for each row execute function est.refuse_change();
create trigger harm_table_is_kept before truncate on est.harm_table
  for each statement execute function est.refuse_change();
create trigger harm_weight_is_append_only before update or delete on est.harm_weight
  for each row execute function est.refuse_change();

-- A table is written whole: its weights first, and none joins it later.
create function est.refuse_later_weight() returns trigger
language plpgsql
as $$
begin
  perform from est.municipality m where m.municipality = new.municipality for no key update;
  if exists (select from est.harm_table t where (t.municipality, t.version) = (new.municipality, new.version)) then
    raise exception 'version % of the harm table stands as it is', new.version
      using errcode = 'integrity_constraint_violation', constraint = 'harm_table_stands';
  end if;
  return new;
end
$$;
create trigger harm_weight_comes_first before insert on est.harm_weight
  for each row execute function est.refuse_later_weight();
