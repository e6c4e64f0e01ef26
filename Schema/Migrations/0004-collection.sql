-- Collection: periods, reports and what is said about them.

create table est.cycle (
  municipality text not null,
  id           uuid not null,
  group_id     uuid not null,
  period       text not null constraint cycle_period_known check (period in ('weekly', 'fortnightly', 'monthly')),
  label        text not null,
  first_day    date not null,
  end_day      date not null constraint period_has_days check (end_day > first_day),
  opens_at     timestamptz not null,
  reminders    timestamptz[] not null,
  deadline     timestamptz not null,
  picture_at   timestamptz not null,
  meeting_at   timestamptz not null,
  -- The holiday that the meeting moved away from.
  moved_from   date,
  primary key (municipality, id),
  constraint one_cycle_for_each_period unique (municipality, group_id, label),
  constraint cycle_of_group foreign key (municipality, group_id) references est.est_group,
  constraint cycle_is_instance foreign key (municipality, id) references est.instance deferrable initially deferred
);
create index cycle_by_day on est.cycle (municipality, group_id, first_day);

create table est.running_number (
  municipality text not null references est.municipality,
  subject      text not null,
  year         integer not null,
  last         integer not null,
  primary key (municipality, subject, year)
);

-- The small table that keeps what must be unique over all time; the large one beside it is cut by time of receipt.
-- That the municipality exists is the report's to say, through its group: a key is never without its report, and a
-- foreign key here would cost a large import a sixth of its time.
create table est.incident_key (
  municipality text not null,
  id           uuid not null,
  received_at  timestamptz not null,
  -- Where it comes from, by name: one register of one organisation.
  register     text,
  reference    text,
  number       text,
  -- A fingerprint of what the source said last, so that a repeated import amends only what the source changed.
  source_print bigint,
  primary key (municipality, id),
  constraint reference_unique_in_register unique (municipality, register, reference),
  constraint incident_number_unique unique (municipality, number),
  constraint reference_has_register check (reference is null or register is not null)
);

create table est.incident (
  municipality     text not null,
  received_at      timestamptz not null,
  id               uuid not null,
  version          integer not null default 1,
  group_id         uuid not null,
  -- The period in whose collection it arrived: for coverage only.
  cycle_id         uuid,
  organisation_id  uuid not null,
  unit_id          uuid,
  reported_by      uuid not null,
  source           text not null constraint source_known check (source in ('reporter', 'police-import',
                   'other-import', 'public', 'council', 'walk')),
  class            text not null constraint class_known check (class in ('open', 'shared', 'authority-only')),
  category_version integer not null,
  category         text not null,
  reasons          text[] not null default '{}',
  area_id          uuid,
  place            text,
  place_type       text constraint place_type_known check (place_type in ('outdoors', 'stairwell', 'laundry-room',
                   'cellar', 'garage', 'centre', 'library', 'school', 'shop', 'public-transport', 'other')),
  point            geometry(Point, 3006),
  precision        text not null constraint precision_known
                   check (precision in ('point', 'place', 'area', 'municipality')),
  occurred_from    timestamptz not null,
  occurred_to      timestamptz constraint ends_after_it_begins check (occurred_to >= occurred_from),
  certainty        text not null constraint certainty_known check (certainty in ('seen', 'told', 'suspected')),
  assessment       text,
  text             text constraint text_is_short check (length(text) <= 2000),
  late             boolean not null default false,
  -- When the source was first seen to say this, where it shows versions.
  seen_at          timestamptz,
  review           text not null default 'received' constraint review_known
                   check (review in ('received', 'accepted', 'rejected', 'withdrawn')),
  review_reason    text,
  reviewed_at      timestamptz,
  reviewed_by      uuid,
  primary key (municipality, received_at, id),
  constraint point_only_where_precise check ((precision = 'point') = (point is not null)),
  constraint area_where_known check (precision = 'municipality' or area_id is not null or point is not null),
  constraint unsafe_place_has_reason check (category not like 'unsafe-place%' or cardinality(reasons) > 0),
  constraint rejected_with_reason check (review not in ('rejected', 'withdrawn') or review_reason is not null),
  constraint incident_of_group foreign key (municipality, group_id) references est.est_group,
  constraint incident_of_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint incident_of_organisation foreign key (municipality, organisation_id) references est.organisation,
  constraint incident_of_unit foreign key (municipality, unit_id) references est.unit,
  constraint incident_by_participant foreign key (municipality, reported_by) references est.participant,
  constraint incident_has_category foreign key (municipality, category_version, category) references est.category,
  constraint incident_in_area foreign key (municipality, area_id) references est.area
) partition by range (received_at);
-- A year each, for as far as anybody plans; what comes after waits in the last one for its migration.
create table est.incident_before_2025 partition of est.incident for values from (minvalue) to ('2025-01-01 00:00+00');
do $$
begin
  for year in 2025..2029 loop
    execute format('create table est.incident_%s partition of est.incident for values from (%L) to (%L)',
      year, make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC'), make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'UTC'));
  end loop;
end
$$;
create table est.incident_from_2030 partition of est.incident for values from ('2030-01-01 00:00+00') to (maxvalue);
create index incident_by_time on est.incident (municipality, group_id, occurred_from);
create index incident_by_cycle on est.incident (municipality, cycle_id) where cycle_id is not null;

-- What an amendment corrected, whole. Nothing said is ever overwritten.
create table est.incident_version (
  municipality  text not null,
  received_at   timestamptz not null,
  id            uuid not null,
  version       integer not null,
  content       jsonb not null,
  superseded_at timestamptz not null,
  superseded_by uuid not null,
  reason        text,
  primary key (municipality, received_at, id, version),
  constraint version_of_incident foreign key (municipality, received_at, id) references est.incident
);
create trigger incident_version_is_append_only before update or delete on est.incident_version
  for each row execute function est.refuse_change();

-- Whoever changes what a report says leaves what it said before, from anywhere. Who and why are told by the
-- session's settings est.actor and est.reason.
create function est.keep_incident_version() returns trigger
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
    reason)
  values (old.municipality, old.received_at, old.id, old.version, to_jsonb(old), est.clock(),
    current_setting('est.actor')::uuid, nullif(current_setting('est.reason', true), ''));
  return new;
end
$$;
create trigger incident_is_kept before update or delete on est.incident
  for each row execute function est.keep_incident_version();

-- "Inget att rapportera": said, which is something else than silent.
create table est.nothing_to_report (
  municipality text not null,
  cycle_id     uuid not null,
  unit_id      uuid not null,
  at           timestamptz not null,
  said_by      uuid not null,
  primary key (municipality, cycle_id, unit_id),
  constraint nothing_in_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint nothing_from_unit foreign key (municipality, unit_id) references est.unit,
  constraint nothing_said_by foreign key (municipality, said_by) references est.participant
);

-- What each expected unit had said when collection closed; a reopened period is fixed anew.
create table est.coverage (
  municipality text not null,
  cycle_id     uuid not null,
  unit_id      uuid not null,
  status       text not null constraint coverage_known check (status in ('reported', 'nothing', 'missing')),
  reports      integer not null,
  fixed_at     timestamptz not null,
  primary key (municipality, cycle_id, unit_id),
  constraint coverage_in_cycle foreign key (municipality, cycle_id) references est.cycle,
  constraint coverage_of_unit foreign key (municipality, unit_id) references est.unit,
  constraint reported_means_reports check ((status = 'reported') = (reports > 0))
);
