-- What leaves the database, accounted for: each state changes only as listed, each attempt is on record, each new
-- beginning has somebody who asked for it, and nothing is removed. The number of the attempt is the fencing token: a
-- worker that was away past its claim holds an old one, and what it says is no longer heard.

create table est.outbox_move (
  from_state text not null,
  to_state   text not null,
  primary key (from_state, to_state)
);
insert into est.outbox_move (from_state, to_state) values
  ('created', 'sending'), ('temporary-failure', 'sending'),
  -- Taken over from a worker that went away; after the last attempt there is nobody to take it over.
  ('sending', 'sending'),
  ('sending', 'delivered'), ('sending', 'temporary-failure'), ('sending', 'permanent-failure'),
  ('sending', 'technical-failure'),
  -- Somebody asked for another try.
  ('temporary-failure', 'created'), ('permanent-failure', 'created'), ('technical-failure', 'created');
create trigger outbox_move_is_append_only before update or delete on est.outbox_move
  for each row execute function est.refuse_change();

-- One row for each attempt that has ended, in the words of GOV.UK Notify, or 'unknown' where the worker went away
-- before it said what came of it.
create table est.outbox_attempt (
  municipality text not null,
  outbox_id    uuid not null,
  attempt      integer not null constraint attempts_count_from_one check (attempt > 0),
  started_at   timestamptz not null,
  ended_at     timestamptz not null,
  outcome      text not null constraint attempt_outcome_known check (outcome in ('delivered', 'temporary-failure',
               'permanent-failure', 'technical-failure', 'unknown')),
  -- Why it was not delivered: a word of ours, the receiver's reply code, and its sentence without addresses.
  cause        text,
  reply        text,
  said         text,
  primary key (municipality, outbox_id, attempt),
  constraint attempt_outcome_once unique (municipality, outbox_id, attempt, outcome),
  constraint attempt_of_outbox foreign key (municipality, outbox_id) references est.outbox,
  constraint failure_has_cause check ((outcome = 'delivered') = (cause is null))
);
create unique index delivered_once on est.outbox_attempt (municipality, outbox_id) where outcome = 'delivered';

-- Who asked for another try of what had failed, and after which attempt.
create table est.outbox_retry (
  municipality   text not null,
  outbox_id      uuid not null,
  after_attempt  integer not null,
  at             timestamptz not null,
  participant_id uuid not null,
  primary key (municipality, outbox_id, after_attempt),
  constraint retry_of_outbox foreign key (municipality, outbox_id) references est.outbox,
  constraint retry_by_participant foreign key (municipality, participant_id) references est.participant
);

alter table est.outbox
  add column requested_at timestamptz,
  add column claimed_at timestamptz,
  -- The attempts before somebody last asked for another try: back-off begins anew, the count does not.
  add column attempts_before integer not null default 0;
update est.outbox set requested_at = next_attempt, claimed_at = case when attempts > 0 then next_attempt end;
-- What was under way or had been asked for again before this was kept: the next worker takes it over.
update est.outbox set state = 'sending' where state = 'created' and attempts > 0;
alter table est.outbox
  alter column requested_at set not null,
  -- The attempt that must be on record, how it must have ended, and the attempt after which somebody asked again.
  add column recorded integer,
  add column ended_as text,
  add column asked_after integer;
update est.outbox set
  recorded = nullif(case when state = 'sending' then attempts - 1 else attempts end, 0),
  ended_as = case when state not in ('created', 'sending') then state end;
insert into est.outbox_attempt (municipality, outbox_id, attempt, started_at, ended_at, outcome, cause, reply)
select municipality, id, recorded, next_attempt, next_attempt, coalesce(ended_as, 'unknown'),
  case when state <> 'delivered' then coalesce('earlier', error) end, case when state <> 'delivered' then error end
from est.outbox where recorded is not null;
alter table est.outbox
  drop column error,
  -- What they forbid is asked by the triggers below, since every transition may ask for a mail.
  drop constraint outbox_kind_known,
  drop constraint outbox_state_known,
  add constraint attempt_is_on_record foreign key (municipality, id, recorded) references est.outbox_attempt,
  add constraint state_is_as_attempt_ended foreign key (municipality, id, recorded, ended_as)
    references est.outbox_attempt (municipality, outbox_id, attempt, outcome),
  add constraint retry_is_on_record foreign key (municipality, id, asked_after) references est.outbox_retry;
create index outbox_failed on est.outbox (municipality, requested_at)
  where state in ('permanent-failure', 'technical-failure');

create trigger outbox_attempt_is_append_only before update or delete on est.outbox_attempt
  for each row execute function est.refuse_change();
create trigger outbox_attempt_is_kept before truncate on est.outbox_attempt
  for each statement execute function est.refuse_change();
create trigger outbox_retry_is_append_only before update or delete on est.outbox_retry
  for each row execute function est.refuse_change();
create trigger outbox_retry_is_kept before truncate on est.outbox_retry
  for each statement execute function est.refuse_change();

create function est.before_outbox_request() returns trigger
language plpgsql
as $$
begin
  if new.kind not in ('mail', 'file') then
    raise exception 'a mail or a file leaves the database, and no %', new.kind
      using errcode = 'check_violation', constraint = 'outbox_kind_known';
  end if;
  -- The left side of a Message-ID (RFC 5322, section 3.6.4), short enough for one line of a header.
  if new.kind = 'mail' and (new.key !~ '^[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*$' or length(new.key) > 200) then
    raise exception 'the key of a mail is its Message-ID'
      using errcode = 'check_violation', constraint = 'mail_key_is_message_id';
  end if;
  if new.state <> 'created' or new.attempts <> 0 or new.attempts_before <> 0 or new.claimed_at is not null
     or coalesce(new.recorded, new.asked_after) is not null or new.ended_as is not null then
    raise exception 'what is asked for has not been tried'
      using errcode = 'check_violation', constraint = 'attempts_are_counted';
  end if;
  return new;
end
$$;
create trigger outbox_request_is_checked before insert on est.outbox
  for each row execute function est.before_outbox_request();

create function est.before_outbox_change() returns trigger
language plpgsql
as $$
begin
  new.recorded := nullif(case when new.state = 'sending' then new.attempts - 1 else new.attempts end, 0);
  new.ended_as := case when new.state not in ('created', 'sending') then new.state end;
  new.asked_after := case when new.state = 'created' then nullif(new.attempts, 0) end;
  if (new.municipality, new.id, new.kind, new.key, new.payload, new.requested_at)
     is distinct from (old.municipality, old.id, old.kind, old.key, old.payload, old.requested_at) then
    raise exception 'what leaves the database never changes what it is'
      using errcode = 'integrity_constraint_violation', constraint = 'outbox_stays_what_it_is';
  end if;
  -- What waits may be put off without being tried.
  if new.state = old.state and (new.attempts, new.attempts_before, new.claimed_at)
     is not distinct from (old.attempts, old.attempts_before, old.claimed_at)
     and old.state in ('created', 'sending', 'temporary-failure') then
    return new;
  end if;
  if not exists (select from est.outbox_move m where m.from_state = old.state and m.to_state = new.state) then
    raise exception 'the outbox knows no change from % to %', old.state, new.state
      using errcode = 'integrity_constraint_violation', constraint = 'outbox_change_is_listed';
  end if;
  if new.attempts <> old.attempts + (new.state = 'sending')::integer
     or new.attempts_before <> (case when new.state = 'created' then old.attempts else old.attempts_before end)
     or new.claimed_at is null then
    raise exception 'each claim is one attempt more, and only a claim is'
      using errcode = 'integrity_constraint_violation', constraint = 'attempts_only_count_up';
  end if;
  return new;
end
$$;
create trigger outbox_change_is_checked before update on est.outbox
  for each row execute function est.before_outbox_change();
create trigger outbox_is_append_only before delete on est.outbox
  for each row execute function est.refuse_change();
create trigger outbox_is_kept before truncate on est.outbox
  for each statement execute function est.refuse_change();
