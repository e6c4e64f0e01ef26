import EST

/// The screen of free text in PostgreSQL, made from the table that the product's own is made from. A migration has it
/// word for word; when the table changes, a new migration gets what this gives then.
enum ScreenSource {
  static let functions = [mayHoldAny, screened, personalNumber, first].joined(separator: "\n")

  private static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  /// Words without Swedish letters of their own, as the database reads them.
  private static func inSQL(_ word: String) -> String {
    word.contains("\u{1}") ? "E" + quoted(word.replacing("\u{1}", with: "\\x01")) : quoted(word)
  }

  private static func isIn(_ ranges: [ClosedRange<UInt32>]) -> String {
    ranges.map { "code between \($0.lowerBound) and \($0.upperBound)" }.joined(separator: " or ")
  }

  /// Where a text has only the signs of Swedish, its own signs tell; all others are looked at.
  private static let mayHoldAny = """
    create function est.may_hold_personal_data(said text) returns boolean
    language sql immutable
    return said ~ \(quoted(PersonalDataPattern.anyHint + "|[^\\u0001-\\u007f\\u00c0-\\u024f]"));

    """

  private static let screened = """
    create function est.screened_signs(said text) returns text
    language plpgsql immutable
    as $$
    declare
      signs text := translate(said, E'\\x01åäöéÅÄÖÉ', E'\\x02\\x01\\x01\\x01\\x01\\x01\\x01\\x01\\x01');
      zeros constant integer[] := '{\(ScreenedText.zeros.map(String.init).joined(separator: ","))}';
    begin
      if octet_length(signs) = length(signs) then
        return signs;
      end if;
      return (
        select string_agg(case
            when code < 128 then chr(code)
            when \(isIn(ScreenedText.spaces)) then ' '
            when \(isIn(ScreenedText.dashes)) then '-'
            when \(isIn([ScreenedText.wide])) then chr(code - \(ScreenedText.wide.lowerBound - 0x21))
            else coalesce(
              (select (code - zero)::text from unnest(zeros) zero where code between zero and zero + 9),
              case when \(isIn(ScreenedText.letters)) then chr(1) else chr(2) end)
          end, '' order by n)
        from (select ascii(sign) as code, n
          from unnest(string_to_array(signs, null)) with ordinality as each(sign, n)) codes);
    end
    $$;

    """

  private static let personalNumber = """
    create function est.is_personal_number(said text) returns boolean
    language plpgsql immutable
    as $$
    declare
      digits text := lower(said);
      digit  integer;
      total  integer := 0;
    begin
    \(PersonalDataPattern.digitWords
      .map { "  digits := replace(digits, \(inSQL($0.word)), '\($0.digit)');" }.joined(separator: "\n"))
      digits := right(regexp_replace(digits, '[^0-9]', '', 'g'), 10);
      -- Any century will do for the date; a leap year is taken so that 29 February passes.
      if substr(digits, 3, 2)::integer not between 1 and 12
         or coalesce(nullif(substr(digits, 5, 2)::integer % 60, 0), 60) not between 1
           and (array[31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[substr(digits, 3, 2)::integer] then
        return false;
      end if;
      -- The check digit after Luhn (SKV 704): every other digit doubled, digit sums, modulo ten.
      for place in 1..10 loop
        digit := substr(digits, place, 1)::integer * (1 + place % 2);
        total := total + digit / 10 + digit % 10;
      end loop;
      return total % 10 = 0;
    end
    $$;

    """

  private static let first = """
    -- The kind of what stands first, and from which character: never what it is.
    create function est.first_personal_data(said text, out kind text, out place integer)
    language plpgsql immutable
    as $$
    declare
      kinds    constant text[] := array[
        \(PersonalDataPattern.all.map { quoted($0.kind.rawValue) }.joined(separator: ", "))];
      hints    constant text[] := array[
    \(PersonalDataPattern.all.map { "    \(quoted($0.hint))" }.joined(separator: ",\n"))];
      patterns constant text[] := array[
    \(PersonalDataPattern.all.map { "    \(quoted($0.expression))" }.joined(separator: ",\n"))];
      checked  constant boolean[] := '{\(PersonalDataPattern.all.map { "\($0.isChecked)" }.joined(separator: ","))}';
      signs    text;
      timeless text;
      searched text;
      is_hinted boolean;
      start    integer;
    begin
      if est.may_hold_personal_data(said) is not true then
        return;
      end if;
      signs := est.screened_signs(said);
      timeless := signs;
    \(PersonalDataPattern.times
      .map {
        """
          timeless := regexp_replace(timeless, \(quoted($0.expression)), repeat(chr(2), \($0.length)), 'g');
        """
      }.joined(separator: "\n"))
      for row in 1..cardinality(patterns) loop
        searched := case when kinds[row] in ('personal-number', 'phone-number') then timeless else signs end;
        if row = 1 or hints[row] <> hints[row - 1] then
          is_hinted := searched ~ hints[row];
        end if;
        start := case when is_hinted then regexp_instr(searched, patterns[row]) else 0 end;
        while start > 0 and (place is null or start < place) loop
          if not checked[row] or est.is_personal_number(regexp_substr(searched, patterns[row], start)) then
            kind := kinds[row];
            place := start;
            exit;
          end if;
          start := regexp_instr(searched, patterns[row], start + 1);
        end loop;
      end loop;
    end
    $$;

    """
}
