-- What a group thinks of its areas for a quarter or a tertial: how much they need it, and how far it can be influenced. A
-- score stands; a later one of the same area and period takes its place, and both are read in the order they were given.

create table est.area_score (
  municipality text not null,
  group_id uuid not null,
  period text not null check (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]|T[1-3]))?$'),
  area_id uuid not null,
  number integer not null check (number > 0),
  need integer not null check (need between 0 and 3),
  influence integer not null check (influence between 0 and 3),
  reason text check (reason <> ''),
  scored_at timestamptz not null,
  scored_by uuid not null,
  primary key (municipality, group_id, period, area_id, number),
  constraint score_of_group foreign key (municipality, group_id) references est.est_group (municipality, id),
  constraint score_of_area foreign key (municipality, area_id) references est.area (municipality, id),
  constraint score_by_participant foreign key (municipality, scored_by)
    references est.participant (municipality, id)
);
create trigger area_score_is_append_only before update or delete on est.area_score
  for each row execute function est.refuse_change();
create trigger area_score_is_kept before truncate on est.area_score
  for each statement execute function est.refuse_change();
