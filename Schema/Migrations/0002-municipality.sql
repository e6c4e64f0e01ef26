-- Who takes part and where: the municipality is the first column of every key, and no foreign key crosses it.

create table est.municipality (
  municipality text primary key constraint municipality_code_is_four_digits check (municipality ~ '^[0-9]{4}$'),
  name         text not null,
  -- Sample data is told apart from real data in every output.
  provenance   text not null default 'real' constraint provenance_known check (provenance in ('real', 'sample'))
);

create table est.setting (
  municipality text not null references est.municipality,
  key          text not null,
  value        text not null,
  primary key (municipality, key)
);

create table est.est_group (
  municipality    text not null references est.municipality,
  id              uuid not null,
  name            text not null constraint group_name_not_empty check (name <> ''),
  period          text not null constraint period_known check (period in ('weekly', 'fortnightly', 'monthly')),
  anchor          text not null,
  monthly_ordinal smallint not null constraint monthly_ordinal_in_month check (monthly_ordinal between 1 and 4),
  deadline        text not null,
  meeting         text not null,
  picture_lead    integer not null constraint picture_before_meeting check (picture_lead >= 0),
  reminders       integer[] not null,
  zone            text not null,
  days_off        date[] not null default '{}',
  primary key (municipality, id),
  constraint group_name_unique unique (municipality, name)
);

create table est.organisation (
  municipality text not null references est.municipality,
  id           uuid not null,
  name         text not null constraint organisation_name_not_empty check (name <> ''),
  -- Companies and civil society are not under the secrecy act; only authorities see what is authority-only.
  kind         text not null constraint organisation_kind_known
               check (kind in ('police', 'municipal', 'region', 'rescue', 'company', 'civil')),
  primary key (municipality, id),
  constraint organisation_name_unique unique (municipality, name)
);

create table est.unit (
  municipality    text not null,
  id              uuid not null,
  organisation_id uuid not null,
  group_id        uuid not null,
  name            text not null constraint unit_name_not_empty check (name <> ''),
  -- A unit that is not expected may report, but is never missing.
  expected        boolean not null default true,
  primary key (municipality, id),
  constraint unit_name_unique unique (municipality, name),
  constraint unit_of_organisation foreign key (municipality, organisation_id) references est.organisation,
  constraint unit_of_group foreign key (municipality, group_id) references est.est_group
);

create table est.participant (
  municipality    text not null references est.municipality,
  id              uuid not null,
  login           text not null constraint login_form check (login ~ '^[0-9]{4}_[a-z0-9_-]{1,50}$'),
  organisation_id uuid,
  -- A function and its address, never a person and never a private address.
  function        text not null,
  address         text,
  removed_at      timestamptz,
  primary key (municipality, id),
  constraint login_unique unique (municipality, login),
  constraint login_of_municipality check (left(login, 4) = municipality),
  constraint participant_of_organisation foreign key (municipality, organisation_id) references est.organisation
);

create table est.participant_role (
  municipality   text not null,
  participant_id uuid not null,
  group_id       uuid not null,
  role           text not null constraint role_known check (role in ('reporter', 'participant', 'coordinator',
                 'policeLead', 'steering', 'council', 'reader', 'auditor', 'worker', 'administrator')),
  primary key (municipality, participant_id, group_id, role),
  constraint role_of_participant foreign key (municipality, participant_id) references est.participant,
  constraint role_in_group foreign key (municipality, group_id) references est.est_group
);
create index participant_role_by_group on est.participant_role (municipality, group_id, role);

create table est.area (
  municipality text not null references est.municipality,
  id           uuid not null,
  group_id     uuid,
  name         text not null constraint area_name_not_empty check (name <> ''),
  population   integer constraint population_not_negative check (population >= 0),
  geometry     geometry(MultiPolygon, 3006) not null constraint area_is_valid check (st_isvalid(geometry)),
  primary key (municipality, id),
  constraint area_name_unique unique (municipality, name),
  constraint area_of_group foreign key (municipality, group_id) references est.est_group
);

-- The areas cut small: a point is looked up in a piece of at most 64 corners, which is never stored out of line. The
-- name stands here too, so that the lookup reads nothing else: joined to the area it takes three times as long.
create table est.area_piece (
  municipality text not null,
  area_id      uuid not null,
  piece        integer not null,
  name         text not null,
  geometry     geometry(Polygon, 3006) not null,
  primary key (municipality, area_id, piece),
  constraint piece_of_area foreign key (municipality, area_id) references est.area on delete cascade
);
create index area_piece_geometry on est.area_piece using gist (geometry);

create function est.cut_area() returns trigger
language plpgsql
as $$
begin
  delete from est.area_piece p where p.municipality = new.municipality and p.area_id = new.id;
  insert into est.area_piece (municipality, area_id, piece, name, geometry)
  select new.municipality, new.id, row_number() over (), new.name, (st_dump(piece)).geom
  from st_subdivide(new.geometry, 64) piece;
  return null;
end
$$;
create trigger area_is_cut after insert or update of geometry, name on est.area
  for each row execute function est.cut_area();

-- Versioned: an old event keeps the category that it was made with.
create table est.category (
  municipality text not null references est.municipality,
  version      integer not null,
  code         text not null,
  swedish      text not null,
  english      text not null,
  common       text not null,
  themes       text[] not null default '{}',
  position     integer not null,
  primary key (municipality, version, code)
);
