/// The roles that a server has for EST, whatever databases it holds.
public enum ServerRoles {
  /// Makes them, as a superuser. Safe to repeat.
  public static let sql = """
    -- The roles of a server that EST lives on. Once, by a superuser; safe to repeat. Nobody logs in as any of them.

    do $$
    declare
      name text;
    begin
      foreach name in array array['est_owner', 'est_engine', 'est_keeper', 'est_backup', 'est_member', 'est_reporter',
        'est_participant', 'est_coordinator', 'est_police_lead', 'est_steering', 'est_council', 'est_reader',
        'est_auditor', 'est_worker', 'est_administrator'] loop
        if not exists (select from pg_roles where rolname = name) then
          execute format('create role %I nologin', name);
        end if;
      end loop;
    end
    $$;

    -- The database's own rules see every row; nobody but them is the engine. A backup is of everything.
    alter role est_engine bypassrls;
    alter role est_backup bypassrls;

    grant est_member to est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council,
      est_reader, est_auditor, est_worker, est_administrator;

    -- Makes and removes participants' logins, in functions that check which; a removed one's sessions end at once.
    alter role est_keeper createrole;
    grant est_member, est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council,
      est_reader, est_auditor, est_worker, est_administrator to est_keeper with admin option;
    grant pg_signal_backend to est_keeper;
    """

  /// The same, with what the role needs that sets the schema up and, in a private cluster, speaks for everyone in it.
  public static func sql(installer role: String) -> String {
    let name = "\"\(role.replacing("\"", with: "\"\""))\""
    return """
      \(sql)

      -- Whoever installs hands the schema over to its owner and writes what setup writes.
      grant est_owner, est_engine, est_keeper to \(name);
      alter role \(name) bypassrls;
      """
  }

  /// The role of a private cluster that speaks for a participant, under the same rules as the participant's own login.
  public static let standIn = "est_stand_in"

  /// The same for a private cluster, whose one `role` sets it up and speaks for everyone in it.
  public static func privateSQL(role: String) -> String {
    """
    \(sql(installer: role))

    do $$
    begin
      if not exists (select from pg_roles where rolname = '\(standIn)') then
        create role \(standIn) nologin;
      end if;
    end
    $$;
    grant est_reporter, est_participant, est_coordinator, est_police_lead, est_steering, est_council, est_reader,
      est_auditor, est_worker, est_administrator to \(standIn);
    grant \(standIn) to "\(role.replacing("\"", with: "\"\""))";
    """
  }
}
