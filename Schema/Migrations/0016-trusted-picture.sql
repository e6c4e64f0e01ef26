-- A version of the picture that can be trusted: what it was made from, what its bytes were, and what only authorities
-- may know apart from it.

-- The hash is written once, when the version is stored. One that is generated follows whatever the content becomes.
alter table est.picture alter column hash drop expression;
alter table est.picture alter column hash set not null;

-- What was known: the reports that it counts, as of `compiled_at`, by a hash over what was read of them and by their
-- number; and all else that it was compiled from, as JSON. Versions of before this have none of it.
alter table est.picture
  add column inputs bytea,
  add column reports_hash bytea,
  add column reports bigint,
  add constraint picture_holds_whole_watermark
    check ((inputs is null) = (reports_hash is null) and (inputs is null) = (reports is null));

-- A version never changes; all that can happen to it is that a meeting adopts it, once.
create or replace function est.freeze_picture() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    new.hash := sha256(new.content);
  end if;
  if tg_op = 'INSERT' or tg_op = 'UPDATE' and old.adopted_at is null and new.adopted_at is not null
     and (new.municipality, new.cycle_id, new.version, new.compiled_at, new.compiled_by, new.content, new.hash,
       new.supersedes, new.inputs, new.reports_hash, new.reports)
     is not distinct from
     (old.municipality, old.cycle_id, old.version, old.compiled_at, old.compiled_by, old.content, old.hash,
       old.supersedes, old.inputs, old.reports_hash, old.reports) then
    new.log_head := null;
    new.log_head_hash := null;
    if new.adopted_at is not null then
      perform est.seal_log(new.municipality);
      select h.number, h.hash into new.log_head, new.log_head_hash
      from est.log_head h where h.municipality = new.municipality order by h.number desc limit 1;
    end if;
    return new;
  end if;
  raise exception 'a version of the picture never changes%',
    case when old.adopted_at is null then '' else ': it is adopted' end
    using errcode = 'integrity_constraint_violation', constraint = 'picture_is_frozen';
end
$$;

-- A group's reports as they stood: those received by then, as they read then. A first review leaves no version behind,
-- but its time.
create function est.incident_as_of(of_municipality text, of_group uuid, known_at timestamptz)
returns setof est.incident
language sql stable
as $$
  select stood.*
  from est.incident i
  left join lateral (
    select v.content from est.incident_version v
    where (v.municipality, v.received_at, v.id) = (i.municipality, i.received_at, i.id) and v.superseded_at > known_at
    order by v.version limit 1) later on true
  cross join lateral jsonb_populate_record(i, coalesce(later.content, '{}')) said
  cross join lateral jsonb_populate_record(said,
    case when said.reviewed_at > known_at then '{"review": "received"}' else '{}' end::jsonb) stood
  where i.municipality = of_municipality and i.group_id = of_group and i.received_at <= known_at
$$;

-- What is authority-only, beside the version of the picture that it belongs to. Every version has one, also where
-- there is nothing to tell, so that its being there tells nothing.
create table est.picture_annex (
  municipality text not null,
  cycle_id     uuid not null,
  version      integer not null,
  -- As JSON in UTF-8, byte for byte as it was made.
  content      bytea not null,
  hash         bytea not null,
  reports_hash bytea not null,
  reports      bigint not null,
  primary key (municipality, cycle_id, version),
  constraint annex_of_picture foreign key (municipality, cycle_id, version) references est.picture
);
create function est.freeze_annex() returns trigger
language plpgsql
as $$
begin
  new.hash := sha256(new.content);
  return new;
end
$$;
create trigger annex_is_hashed before insert on est.picture_annex
  for each row execute function est.freeze_annex();
create trigger annex_is_frozen before update or delete on est.picture_annex
  for each row execute function est.refuse_change();
create trigger annex_is_kept before truncate on est.picture_annex
  for each statement execute function est.refuse_change();

-- An annex as it is shown to somebody: only to those in its group who act for police or municipality.
create function est.annex_for(of_municipality text, of_cycle uuid, of_version integer, reader uuid) returns bytea
language plpgsql stable
as $$
begin
  if not exists (
      select from est.participant p
      join est.organisation o on (o.municipality, o.id) = (p.municipality, p.organisation_id)
      join est.participant_role r on (r.municipality, r.participant_id) = (p.municipality, p.id)
      join est.cycle c on (c.municipality, c.id, c.group_id) = (r.municipality, of_cycle, r.group_id)
      where p.municipality = of_municipality and p.id = reader and p.removed_at is null
        and o.kind in ('police', 'municipal')) then
    raise exception 'the annex is for police and municipality only'
      using errcode = 'insufficient_privilege', constraint = 'annex_is_for_authorities';
  end if;
  return (select a.content from est.picture_annex a
    where (a.municipality, a.cycle_id, a.version) = (of_municipality, of_cycle, of_version));
end
$$;

-- They are few, and read by themselves.
create index incident_authority_only on est.incident (municipality, group_id, occurred_from)
  where class = 'authority-only';
