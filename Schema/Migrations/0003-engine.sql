-- The engine's rows. A state changes by one way only: a row in the log. The definitions that the rows must obey
-- are projected here from the program by the setup.

create table est.machine (
  machine text not null,
  version integer not null,
  primary key (machine, version)
);

create table est.machine_move (
  machine    text not null,
  version    integer not null,
  from_state text not null,
  event      text not null,
  to_state   text not null,
  primary key (machine, version, from_state, event, to_state),
  foreign key (machine, version) references est.machine
);

create table est.machine_move_role (
  machine    text not null,
  version    integer not null,
  from_state text not null,
  event      text not null,
  to_state   text not null,
  role       text not null,
  primary key (machine, version, from_state, event, to_state, role),
  foreign key (machine, version, from_state, event, to_state) references est.machine_move
);

create table est.instance (
  municipality    text not null references est.municipality,
  id              uuid not null,
  machine         text not null,
  machine_version integer not null,
  group_id        uuid not null,
  state           text not null,
  revision        integer not null,
  primary key (municipality, id),
  constraint instance_of_machine foreign key (machine, machine_version) references est.machine,
  constraint instance_of_group foreign key (municipality, group_id) references est.est_group
);
create index instance_by_group on est.instance (municipality, group_id, machine, state);

create table est.transition_log (
  municipality    text not null references est.municipality,
  instance_id     uuid not null,
  revision        integer not null,
  machine         text not null,
  machine_version integer not null,
  group_id        uuid not null,
  from_state      text not null,
  event           text not null,
  to_state        text not null,
  actor           uuid not null,
  actor_role      text not null,
  -- The time of the use case, and the time of the server that wrote it.
  at              timestamptz not null,
  written_at      timestamptz not null default clock_timestamp(),
  reason          text,
  payload         jsonb not null default '{}',
  -- The client's own key: saying the same event twice does it once.
  key             uuid not null,
  previous        integer generated always as (nullif(revision - 1, 0)) stored,
  previous_hash   bytea,
  hash            bytea not null,
  primary key (municipality, instance_id, revision),
  constraint event_said_once unique (municipality, key),
  constraint transition_ends unique (municipality, instance_id, revision, to_state),
  constraint birth_is_first check ((revision = 1) = (from_state = '-')),
  constraint transition_is_listed foreign key (machine, machine_version, from_state, event, to_state)
    references est.machine_move,
  constraint role_may_say_event foreign key (machine, machine_version, from_state, event, to_state, actor_role)
    references est.machine_move_role,
  constraint transition_begins_where_last_ended foreign key (municipality, instance_id, previous, from_state)
    references est.transition_log (municipality, instance_id, revision, to_state),
  constraint transition_by_participant foreign key (municipality, actor) references est.participant
);

alter table est.instance add constraint state_changes_only_through_log
  foreign key (municipality, id, revision, state)
  references est.transition_log (municipality, instance_id, revision, to_state) deferrable initially deferred;

-- Owners of actions are told by a later migration: an owner is a relation and not a role of the group.
create function est.holds_role(of_municipality text, who uuid, in_group uuid, wanted text, of_instance uuid)
returns boolean
language sql stable
as $$
  select exists (
    select from est.participant_role r join est.participant p
      on (p.municipality, p.id) = (r.municipality, r.participant_id)
    where r.municipality = of_municipality and r.participant_id = who and r.group_id = in_group
      and r.role = wanted and p.removed_at is null)
$$;

-- What a row's hash is made over: each field with its length, so that no two rows read the same.
create function est.log_row_text(l est.transition_log) returns text
language sql immutable
as $$
  select string_agg(coalesce(length(f)::text || ':' || f, '-'), ',' order by n)
  from unnest(array[l.municipality, l.instance_id::text, l.revision::text, l.machine, l.machine_version::text,
    l.group_id::text, l.from_state, l.event, l.to_state, l.actor::text, l.actor_role,
    extract(epoch from l.at)::text, extract(epoch from l.written_at)::text, l.reason, l.payload::text, l.key::text])
    with ordinality as fields(f, n)
$$;

create function est.before_transition() returns trigger
language plpgsql
as $$
begin
  if not est.holds_role(new.municipality, new.actor, new.group_id, new.actor_role, new.instance_id) then
    raise exception 'the participant does not hold the role % in the group', new.actor_role
      using errcode = 'insufficient_privilege', constraint = 'actor_holds_role';
  end if;
  new.written_at := clock_timestamp();
  select l.hash into new.previous_hash from est.transition_log l
  where (l.municipality, l.instance_id, l.revision) = (new.municipality, new.instance_id, new.revision - 1);
  new.hash := sha256(coalesce(new.previous_hash, '') || convert_to(est.log_row_text(new), 'UTF8'));
  return new;
end
$$;
create trigger transition_is_checked before insert on est.transition_log
  for each row execute function est.before_transition();

create function est.after_transition() returns trigger
language plpgsql
as $$
begin
  if new.revision = 1 then
    insert into est.instance (municipality, id, machine, machine_version, group_id, state, revision)
    values (new.municipality, new.instance_id, new.machine, new.machine_version, new.group_id, new.to_state, 1);
    return null;
  end if;
  update est.instance i set state = new.to_state, revision = new.revision
  where (i.municipality, i.id) = (new.municipality, new.instance_id)
    and (i.machine, i.machine_version, i.group_id) = (new.machine, new.machine_version, new.group_id)
    and i.revision = new.revision - 1 and i.state = new.from_state;
  if not found then
    raise exception 'the revision is stale: someone was before you'
      using errcode = 'serialization_failure', constraint = 'revision_is_current';
  end if;
  return null;
end
$$;
create trigger transition_moves_instance after insert on est.transition_log
  for each row execute function est.after_transition();

create trigger transition_log_is_append_only before update or delete on est.transition_log
  for each row execute function est.refuse_change();
create trigger transition_log_is_kept before truncate on est.transition_log
  for each statement execute function est.refuse_change();

-- An instance is never removed and never changes what it is.
create function est.refuse_other_instance() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and (new.municipality, new.id, new.machine, new.machine_version, new.group_id)
     = (old.municipality, old.id, old.machine, old.machine_version, old.group_id) then
    return new;
  end if;
  raise exception 'an instance is never removed and never changes what it is'
    using errcode = 'integrity_constraint_violation', constraint = 'instance_stays_what_it_is';
end
$$;
create trigger instance_stays_what_it_is before update or delete on est.instance
  for each row execute function est.refuse_other_instance();

create table est.timer (
  municipality text not null,
  instance_id  uuid not null,
  event        text not null,
  due          timestamptz not null,
  primary key (municipality, instance_id, event, due),
  constraint timer_of_instance foreign key (municipality, instance_id) references est.instance
);
create index timer_by_due on est.timer (due);

-- What a timer said that was refused, and why: it neither vanishes nor spins.
create table est.refusal (
  municipality text not null,
  instance_id  uuid not null,
  event        text not null,
  due          timestamptz not null,
  at           timestamptz not null,
  reason       text not null,
  primary key (municipality, instance_id, event, due, at),
  constraint refusal_of_instance foreign key (municipality, instance_id) references est.instance
);
create trigger refusal_is_append_only before update or delete on est.refusal
  for each row execute function est.refuse_change();

-- Who was told what, once for each transition that told it.
create table est.notice (
  municipality   text not null,
  instance_id    uuid not null,
  revision       integer not null,
  kind           text not null,
  participant_id uuid not null,
  at             timestamptz not null,
  detail         text not null default '',
  primary key (municipality, instance_id, revision, kind, participant_id),
  constraint notice_of_transition foreign key (municipality, instance_id, revision) references est.transition_log,
  constraint notice_to_participant foreign key (municipality, participant_id) references est.participant
);
create index notice_by_participant on est.notice (municipality, participant_id, at);

-- What leaves the database: at least once, under a key that the receiver can recognise.
create table est.outbox (
  municipality text not null references est.municipality,
  id           uuid not null,
  kind         text not null constraint outbox_kind_known check (kind in ('mail', 'file')),
  -- The Message-ID of a mail, the name of a file.
  key          text not null,
  state        text not null default 'created' constraint outbox_state_known check (state in ('created', 'sending',
               'delivered', 'temporary-failure', 'permanent-failure', 'technical-failure')),
  attempts     integer not null default 0,
  next_attempt timestamptz not null,
  payload      jsonb not null,
  error        text,
  primary key (municipality, id),
  constraint outbox_key_unique unique (municipality, kind, key)
);
create index outbox_waiting on est.outbox (next_attempt) where state in ('created', 'sending', 'temporary-failure');
