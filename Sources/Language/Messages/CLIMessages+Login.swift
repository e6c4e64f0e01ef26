/// Why a connection is refused, by us or by the server, and what to do about it.
extension CLIMessages {
  // MARK: Refused by us

  public func unsafeSetting(_ keyword: String, value: String, allowed: String) -> String {
    language(
      sv: "Med \(keyword)=\(value) är anslutningen inte skyddad på väg till en annan dator. "
        + "Ange \(keyword)=\(allowed), eller utelämna \(keyword): då sätter est det själv.",
      en: "With \(keyword)=\(value) the connection is not protected on its way to another machine. "
        + "Say \(keyword)=\(allowed), or leave \(keyword) out: est then sets it itself.")
  }
  public var connectionWithoutTLS: String {
    language(
      sv: "Anslutningen gick till en annan dator utan TLS 1.3, och är bruten. Ange sslmode=verify-full.",
      en:
        "The connection went to another machine without TLS 1.3, and was broken off. Say sslmode=verify-full."
    )
  }
  public var passwordBesideCertificate: String {
    language(
      sv: "Servern bad om ett lösenord fast du har ett klientcertifikat, och anslutningen är bruten. "
        + "Ange channel_binding=require om du loggar in med lösenord.",
      en: "The server asked for a password although you have a client certificate, and the connection was "
        + "broken off. Say channel_binding=require if you log in with a password.")
  }
  public func unprotected(_ place: String) -> String {
    language(
      sv:
        "Varning: anslutningen till \(place) prövas inte (--insecure-connection). Andra kan läsa och ändra den.",
      en:
        "Warning: the connection to \(place) is not checked (--insecure-connection). Others may read and alter it."
    )
  }

  // MARK: The server and the login

  /// - Parameter problem: by the name that programs see.
  public func loginProblem(_ problem: String, server: String, user: String) -> String {
    serverProblem(problem, server) ?? certificateProblem(problem, server, user)
      ?? passwordProblem(problem, server, user) ?? problem
  }

  private func serverProblem(_ problem: String, _ server: String) -> String? {
    switch problem {
    case "serverName":
      language(
        sv:
          "Servern visar ett certifikat som inte gäller namnet \(server). Anslut med ett namn som står i det, "
          + "eller be den som driver servern om ett certifikat för \(server).",
        en:
          "The server shows a certificate that is not for the name \(server). Connect by a name that stands in "
          + "it, or ask whoever runs the server for one for \(server).")
    case "serverCertificate":
      language(
        sv:
          "Servern \(server) visar ett certifikat som inte går att lita på: det har gått ut, är återkallat eller "
          + "har en annan utfärdare än den i sslrootcert (annars ~/.postgresql/root.crt).",
        en:
          "The server \(server) shows a certificate that cannot be trusted: it has expired, is revoked, or has "
          + "another authority than that of sslrootcert (else ~/.postgresql/root.crt).")
    case "serverWithoutTLS":
      language(
        sv:
          "Servern \(server) erbjuder ingen TLS, och est ansluter inte utan. Den som driver servern slår på den.",
        en:
          "The server \(server) offers no TLS, and est does not connect without. Whoever runs it turns it on."
      )
    case "serverTLSVersion":
      language(
        sv: "Servern \(server) klarar inte TLS 1.3, som är det minsta som est godtar. Den som driver servern "
          + "ändrar ssl_max_protocol_version.",
        en: "The server \(server) does not speak TLS 1.3, the least that est takes. Whoever runs it changes "
          + "ssl_max_protocol_version.")
    case "serverChannelBinding":
      language(
        sv:
          "Servern \(server) frågar inte efter lösenordet med SCRAM och kanalbindning, och fick det inte. Den som "
          + "driver servern anger scram-sha-256 i pg_hba.conf; annars behövs ett klientcertifikat.",
        en:
          "The server \(server) does not ask for the password by SCRAM with channel binding, and did not get it. "
          + "Whoever runs it says scram-sha-256 in pg_hba.conf; else a client certificate is needed.")
    case "authorityMissing":
      language(
        sv:
          "Utfärdaren till certifikatet på servern \(server) saknas. Lägg dess certifikat i ~/.postgresql/root.crt, "
          + "eller ange filen med sslrootcert.",
        en: "The authority of the certificate of \(server) is missing. Put its certificate into "
          + "~/.postgresql/root.crt, or name the file with sslrootcert.")
    default: nil
    }
  }

  private func certificateProblem(_ problem: String, _ server: String, _ user: String) -> String? {
    switch problem {
    case "keyReadableByOthers":
      language(
        sv: "Nyckeln till ditt klientcertifikat kan läsas av andra och används inte. Kör chmod 600 på filen "
          + "(sslkey, annars ~/.postgresql/postgresql.key), och byt certifikat om någon kan ha läst den.",
        en:
          "The key of your client certificate can be read by others and is not used. Run chmod 600 on the file "
          + "(sslkey, else ~/.postgresql/postgresql.key), and get a new one if somebody may have read it.")
    case "certificateUnusable":
      language(
        sv:
          "Klientcertifikatet eller dess nyckel går inte att läsa, eller hör inte ihop. Kontrollera sslcert "
          + "och sslkey.",
        en: "The client certificate or its key cannot be read, or they do not belong together. Check sslcert "
          + "and sslkey.")
    case "certificateExpired":
      language(
        sv:
          "Servern \(server) godtar inte klientcertifikatet: det har gått ut, eller så har serverns spärrlista "
          + "gjort det. Be om ett nytt.",
        en:
          "The server \(server) does not accept the client certificate: it has expired, or the server's list of "
          + "revoked ones has. Ask for a new one.")
    case "certificateRevoked":
      language(
        sv: "Servern \(server) godtar inte klientcertifikatet: det är återkallat. Be om ett nytt.",
        en: "The server \(server) does not accept the client certificate: it is revoked. Ask for a new one.")
    case "certificateUnknown":
      language(
        sv:
          "Servern \(server) godtar inte klientcertifikatet: den känner inte dess utfärdare, eller så är det "
          + "inte till för inloggning.",
        en:
          "The server \(server) does not accept the client certificate: it does not know its authority, or it "
          + "is not for logging in.")
    case "certificateMissing":
      language(
        sv:
          "Servern \(server) släpper in \(user) bara med klientcertifikat. Ange det med sslcert och sslkey.",
        en:
          "The server \(server) lets \(user) in only with a client certificate. Name it with sslcert and sslkey."
      )
    case "certificateOfAnother":
      language(
        sv: "Klientcertifikatet är inte utfärdat för \(user). Anslut som den som det gäller, eller ange rätt "
          + "sslcert och sslkey.",
        en: "The client certificate is not for \(user). Connect as the one that it is for, or name the right "
          + "sslcert and sslkey.")
    default: nil
    }
  }

  private func passwordProblem(_ problem: String, _ server: String, _ user: String) -> String? {
    switch problem {
    case "password":
      language(
        sv:
          "Servern \(server) släpper inte in \(user): lösenordet är fel eller för gammalt, eller inloggningen "
          + "finns inte. Kontrollera ~/.pgpass, eller be en administratör om ett nytt lösenord.",
        en:
          "The server \(server) does not let \(user) in: the password is wrong or too old, or there is no such "
          + "login. Check ~/.pgpass, or ask an administrator for a new password.")
    case "passwordMissing":
      language(
        sv: "Servern \(server) vill ha ett lösenord för \(user). Lägg det i ~/.pgpass, som bara du får läsa.",
        en:
          "The server \(server) wants a password for \(user). Put it into ~/.pgpass, which only you may read."
      )
    case "notVouchedFor":
      language(
        sv:
          "Servern \(server) godtar inte att du är \(user). Anslut som dig själv, eller be den som driver servern.",
        en:
          "The server \(server) does not accept that you are \(user). Connect as yourself, or ask whoever runs it."
      )
    case "loginClosed":
      language(
        sv: "Inloggningen \(user) är stängd. En administratör kan öppna den.",
        en: "The login \(user) is closed. An administrator can open it.")
    case "databaseClosed":
      language(
        sv: "\(user) får inte ansluta till den databasen på \(server). Kontrollera databasens namn.",
        en: "\(user) may not connect to that database on \(server). Check the database's name.")
    case "noRule":
      language(
        sv:
          "Servern \(server) tar inte emot \(user) härifrån på det sättet: dess pg_hba.conf tillåter det inte. "
          + "Kontrollera databas och inloggning, eller be den som driver servern.",
        en:
          "The server \(server) does not take \(user) from here in this way: its pg_hba.conf does not allow it. "
          + "Check database and login, or ask whoever runs it.")
    case "tooMany":
      language(
        sv:
          "Så många som får vara anslutna till \(server) som \(user) är det redan. Avsluta ett annat est, eller "
          + "försök igen om en stund.",
        en:
          "As many as may be connected to \(server) as \(user) already are. End another est, or try again in "
          + "a while.")
    default: nil
    }
  }
}
