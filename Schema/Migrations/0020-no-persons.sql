-- No persons: free text is screened here as in the program, whoever writes it and by whatever way. What is refused is
-- told by its column, kind and place; a check constraint would have printed the row.

-- The four functions are made from the program's table of patterns, word for word.
create function est.may_hold_personal_data(said text) returns boolean
language sql immutable
return said ~ '(?:[0-9][^0-9]{0,3}){7}[0-9]|[nN][oO][lL][lL]|(?:(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])[ ,.-]{1,3}){2}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])|@|[([{][aAsS]|[sS][nN][aA][bB][eE][lL]|[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])|(?:[A-Z][ -]){3}[0-9]|[^\u0001-\u007f\u00c0-\u024f]';

create function est.screened_signs(said text) returns text
language plpgsql immutable
as $$
declare
  signs text := translate(said, E'\x01åäöéÅÄÖÉ', E'\x02\x01\x01\x01\x01\x01\x01\x01\x01');
  zeros constant integer[] := '{1632,1776,1984,2406,2534,2662,2790,2918,3046,3174,3302,3430,3558,3664,3792,3872,4160,4240,6112,6160,6470,6608,6784,6800,6992,7088,7232,7248,42528,43216,43264,43472,43504,43600,44016,66720,68912,68928,69734,69872,69942,70096,70384,70736,70864,71248,71360,71376,71386,71472,71904,72016,72688,72784,73040,73120,73184,73552,90416,92768,92864,93008,93552,118000,120782,120792,120802,120812,120822,123200,123632,124144,124401,125264,130032}';
begin
  if octet_length(signs) = length(signs) then
    return signs;
  end if;
  return (
    select string_agg(case
        when code < 128 then chr(code)
        when code between 160 and 160 or code between 173 and 173 or code between 8192 and 8207 or code between 8239 and 8239 or code between 8288 and 8288 or code between 12288 and 12288 or code between 65279 and 65279 then ' '
        when code between 8208 and 8213 or code between 8722 and 8722 then '-'
        when code between 65281 and 65374 then chr(code - 65248)
        else coalesce(
          (select (code - zero)::text from unnest(zeros) zero where code between zero and zero + 9),
          case when code between 192 and 591 or code between 880 and 8191 then chr(1) else chr(2) end)
      end, '' order by n)
    from (select ascii(sign) as code, n
      from unnest(string_to_array(signs, null)) with ordinality as each(sign, n)) codes);
end
$$;

create function est.is_personal_number(said text) returns boolean
language plpgsql immutable
as $$
declare
  digits text := lower(said);
  digit  integer;
  total  integer := 0;
begin
  digits := replace(digits, 'noll', '0');
  digits := replace(digits, 'ett', '1');
  digits := replace(digits, 'en', '1');
  digits := replace(digits, E'tv\x01', '2');
  digits := replace(digits, 'tre', '3');
  digits := replace(digits, 'fyra', '4');
  digits := replace(digits, 'fem', '5');
  digits := replace(digits, 'sex', '6');
  digits := replace(digits, 'sju', '7');
  digits := replace(digits, E'\x01tta', '8');
  digits := replace(digits, 'nio', '9');
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

-- The kind of what stands first, and from which character: never what it is.
create function est.first_personal_data(said text, out kind text, out place integer)
language plpgsql immutable
as $$
declare
  kinds    constant text[] := array[
    'personal-number', 'personal-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'phone-number', 'personal-number', 'personal-number', 'email-address', 'vehicle-plate', 'vehicle-plate', 'vehicle-plate', 'vehicle-plate'];
  hints    constant text[] := array[
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '(?:[0-9][^0-9]{0,3}){7}[0-9]',
    '[nN][oO][lL][lL]',
    '(?:(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])[ ,.-]{1,3}){2}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])',
    '(?:(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])[ ,.-]{1,3}){2}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV][^ -~]|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|[^ -~][tT][tT][aA]|[nN][iI][oO])',
    '@|[([{][aAsS]|[sS][nN][aA][bB][eE][lL]',
    '[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])',
    '[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])',
    '[0-9]{2}[0-9A-Za-z](?<=[A-Za-z]{3}[ -]{0,3}[0-9]{2}[0-9A-Za-z])',
    '(?:[A-Z][ -]){3}[0-9]'];
  patterns constant text[] := array[
    '(?<![0-9])[0-9](?:(?: {1,3}| ?[-+/_()] ?|[.])?[0-9]){9}(?![0-9])',
    '(?<![0-9])(?:1(?: {1,3}| ?[-+/_()] ?|[.])?[89]|2(?: {1,3}| ?[-+/_()] ?|[.])?0)(?:(?: {1,3}| ?[-+/_()] ?|[.])?[0-9]){10}(?![0-9])',
    '\+(?<![0-9]\+)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{0,2}\+)4(?: {1,3}| ?[-/_()] ?|[.])?6(?:(?: {1,3}| ?[-/_()] ?|[.])?0)*(?: {1,3}| ?[-/_()] ?|[.])?(?:7(?: {1,3}| ?[-/_()] ?|[.])?[02369](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){7}|(?!7(?: {1,3}| ?[-/_()] ?|[.])?[02369])[1-9](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){6,8})(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '\+(?<![0-9]\+)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{0,2}\+)(?!4(?: {1,3}| ?[-/_()] ?|[.])?6)[1-9](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){7,14}(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?: {1,3}| ?[-/_()] ?|[.])?0(?: {1,3}| ?[-/_()] ?|[.])?4(?: {1,3}| ?[-/_()] ?|[.])?6(?:(?: {1,3}| ?[-/_()] ?|[.])?0)*(?: {1,3}| ?[-/_()] ?|[.])?(?:7(?: {1,3}| ?[-/_()] ?|[.])?[02369](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){7}|(?!7(?: {1,3}| ?[-/_()] ?|[.])?[02369])[1-9](?:(?: {1,3}| ?[-/_()] ?|[.])?[0-9]){6,8})(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?:7[02369][0-9]{7}|(?!7[02369])[1-9][0-9]{6,8})(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?: {1,3}| ?[-/_()] ?|[.])(?:7(?: {1,3}| ?[-/_()] ?|[.])[02369](?:(?: {1,3}| ?[-/_()] ?|[.])[0-9]){7}|(?!7(?: {1,3}| ?[-/_()] ?|[.])[02369])[1-9](?:(?: {1,3}| ?[-/_()] ?|[.])[0-9]){6,8})(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?:7(?: {1,3}| ?[-/_()] ?|[.])[02369](?:(?:(?: {1,3})?[0-9]){7,7}|(?:(?: ?- ?)?[0-9]){7,7}|(?:(?:[.])?[0-9]){7,7}|(?:(?: ?/ ?)?[0-9]){7,7}|(?:(?: ?_ ?)?[0-9]){7,7})|7[02369](?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){6,6}|(?:(?: ?- ?)?[0-9]){6,6}|(?:(?:[.])?[0-9]){6,6}|(?:(?: ?/ ?)?[0-9]){6,6}|(?:(?: ?_ ?)?[0-9]){6,6})|7[02369][0-9](?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){5,5}|(?:(?: ?- ?)?[0-9]){5,5}|(?:(?:[.])?[0-9]){5,5}|(?:(?: ?/ ?)?[0-9]){5,5}|(?:(?: ?_ ?)?[0-9]){5,5}))(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '0(?<![0-9][-+./_()]?0)(?:(?<![0-9A-Za-z\u0001]0)(?<!(?:^|[^A-Za-z\u0001])(?:[bB][eE][tT][eE][cC][kK][nN][iI][nN][gG]|[dD][iI][aA][rR][iI][eE][nN][rR]|[dD][iI][aA][rR][iI][eE][nN][uU][mM][mM][eE][rR]|[dD][nN][rR]|[rR][eE][fF]|[rR][eE][fF][eE][rR][eE][nN][sS]|\u0001[rR][eE][nN][dD][eE]|\u0001[rR][eE][nN][dD][eE][nN][rR]|\u0001[rR][eE][nN][dD][eE][nN][uU][mM][mM][eE][rR])[^0-9A-Za-z\u0001]{1,3}0)|(?<=(?:^|[^A-Za-z\u0001])(?:[mM]|[mM][oO][bB]|[mM][oO][bB][iI][lL]|[nN][rR]|[rR][iI][nN][gG]|[tT]|[tT][eE][lL]|[tT][eE][lL][eE]|[tT][eE][lL][eE][fF][oO][nN]|[tT][fF][nN])0))(?![1-9](?: {1,3}| ?[-/_()] ?|[.])(?:0[1-9]|1[0-2])(?: {1,3}| ?[-/_()] ?|[.])(?:19|20)[0-9]{2}(?![0-9]))(?!7(?: {1,3}| ?[-/_()] ?|[.])?[02369])(?:[1-9](?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){5,7}|(?:(?: ?- ?)?[0-9]){5,7}|(?:(?:[.])?[0-9]){5,7}|(?:(?: ?/ ?)?[0-9]){5,7}|(?:(?: ?_ ?)?[0-9]){5,7})|[1-9][0-9](?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){4,6}|(?:(?: ?- ?)?[0-9]){4,6}|(?:(?:[.])?[0-9]){4,6}|(?:(?: ?/ ?)?[0-9]){4,6}|(?:(?: ?_ ?)?[0-9]){4,6})|[1-9][0-9]{2}(?: {1,3}| ?[-/_()] ?|[.])[0-9](?:(?:(?: {1,3})?[0-9]){4,5}|(?:(?: ?- ?)?[0-9]){4,5}|(?:(?:[.])?[0-9]){4,5}|(?:(?: ?/ ?)?[0-9]){4,5}|(?:(?: ?_ ?)?[0-9]){4,5}))(?![0-9]| ?[-+/_)] ?[0-9]|[.][0-9])',
    '(?<![A-Za-z\u0001])[nN][oO][lL][lL](?:[ ,.-]{0,3}(?:[0-9]|(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO]))){7,9}(?![0-9A-Za-z\u0001])',
    '(?<![A-Za-z\u0001])(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO])(?:[ ,.-]{1,3}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO])){9}(?![A-Za-z\u0001])',
    '(?<![A-Za-z\u0001])(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO])(?:[ ,.-]{1,3}(?:[nN][oO][lL][lL]|[eE][tT][tT]|[eE][nN]|[tT][vV]\u0001|[tT][rR][eE]|[fF][yY][rR][aA]|[fF][eE][mM]|[sS][eE][xX]|[sS][jJ][uU]|\u0001[tT][tT][aA]|[nN][iI][oO])){11}(?![A-Za-z\u0001])',
    '(?<![0-9A-Za-z\u0001.%+_-])[0-9A-Za-z\u0001.%+_-]+(?: @ |@| ?(?:[([{](?:(?:[aA][tT]|[aA]|[sS][nN][aA][bB][eE][lL]-[aA]|@))[])}]|(?<![0-9A-Za-z\u0001])(?:[sS][nN][aA][bB][eE][lL]-[aA]|[sS][nN][aA][bB][eE][lL][aA]|[sS][nN][aA][bB][eE][lL] [aA])(?![0-9A-Za-z\u0001])) ?)(?:[0-9A-Za-z\u0001-]+(?:[.]| (?:[pP][uU][nN][kK][tT]|[dD][oO][tT]) | [.] | ?[([{](?:(?:[pP][uU][nN][kK][tT]|[dD][oO][tT])|[.])[])}] ?))+[A-Za-z\u0001]{2}',
    '(?<![0-9A-Za-z\u0001])(?!(?:[bB][uU][sS]|[dD][eE][lL]|[dD][nN][rR]|[eE][sS][tT]|[eE][uU][rR]|[fF][aA][xX]|[hH][uU][sS]|[kK][aA][pP]|[kK][oO][dD]|[lL][gG][hH]|[lL][oO][bB]|[lL][pP][oO]|[lL][sS][sS]|[mM][aA][nN]|[nN][yY][aA]|[oO][bB][sS]|[oO][cC][hH]|[rR][eE][fF]|[rR][uU][mM]|[sS][aA][lL]|[sS][eE][kK]|[sS][fF][sS]|[sS][mM][sS]|[sS][oO][sS]|[tT][aA][gG]|[tT][eE][lL]|[tT][fF][nN]|[uU][sS][dD]))[A-HJ-PR-UW-Za-hj-pr-uw-z]{3}[0-9]{2}(?:[0-9]|[A-HJ-NPR-UW-Za-hj-npr-uw-z])(?![0-9A-Za-z\u0001])',
    '(?<![0-9A-Za-z\u0001])(?!(?:[bB][uU][sS]|[dD][eE][lL]|[dD][nN][rR]|[eE][sS][tT]|[eE][uU][rR]|[fF][aA][xX]|[hH][uU][sS]|[kK][aA][pP]|[kK][oO][dD]|[lL][gG][hH]|[lL][oO][bB]|[lL][pP][oO]|[lL][sS][sS]|[mM][aA][nN]|[nN][yY][aA]|[oO][bB][sS]|[oO][cC][hH]|[rR][eE][fF]|[rR][uU][mM]|[sS][aA][lL]|[sS][eE][kK]|[sS][fF][sS]|[sS][mM][sS]|[sS][oO][sS]|[tT][aA][gG]|[tT][eE][lL]|[tT][fF][nN]|[uU][sS][dD]))[A-HJ-PR-UW-Z]{3}(?: {1,2}| ?- ?)[0-9]{2}(?:[0-9]|[A-HJ-NPR-UW-Za-hj-npr-uw-z])(?![0-9A-Za-z\u0001])',
    '(?<=(?:(?:^|[^A-Za-z\u0001])[rR][eE][gG][A-Za-z\u0001]{0,20}|(?:[sS][kK][yY][lL][tT]|[nN][rR]|[nN][uU][mM][mM][eE][rR]))[^0-9A-Za-z\u0001]{1,3})(?!(?:[bB][uU][sS]|[dD][eE][lL]|[dD][nN][rR]|[eE][sS][tT]|[eE][uU][rR]|[fF][aA][xX]|[hH][uU][sS]|[kK][aA][pP]|[kK][oO][dD]|[lL][gG][hH]|[lL][oO][bB]|[lL][pP][oO]|[lL][sS][sS]|[mM][aA][nN]|[nN][yY][aA]|[oO][bB][sS]|[oO][cC][hH]|[rR][eE][fF]|[rR][uU][mM]|[sS][aA][lL]|[sS][eE][kK]|[sS][fF][sS]|[sS][mM][sS]|[sS][oO][sS]|[tT][aA][gG]|[tT][eE][lL]|[tT][fF][nN]|[uU][sS][dD]))[A-HJ-PR-UW-Za-hj-pr-uw-z]{3}(?: {1,2}| ?- ?)[0-9]{2}(?:[0-9]|[A-HJ-NPR-UW-Za-hj-npr-uw-z])(?![0-9A-Za-z\u0001])',
    '(?<![0-9A-Za-z\u0001])(?:[A-HJ-PR-UW-Z][ -]){3}[0-9][ -][0-9][ -](?:[0-9]|[A-HJ-NPR-UW-Z])(?![0-9A-Za-z\u0001])'];
  checked  constant boolean[] := '{true,true,false,false,false,false,false,false,false,false,true,true,false,false,false,false,false}';
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
  timeless := regexp_replace(timeless, '(?<![0-9])(?<![0-9][.])[0-9][.][0-5][0-9](?![0-9]|[.][0-9])', repeat(chr(2), 4), 'g');
  timeless := regexp_replace(timeless, '(?<![0-9])(?<![0-9][.])(?:[01][0-9]|2[0-3])[.][0-5][0-9](?![0-9]|[.][0-9])', repeat(chr(2), 5), 'g');
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

-- The trigger's arguments are the columns; a list is looked at text by text.
create function est.refuse_personal_data() returns trigger
language plpgsql
as $$
declare
  fields constant jsonb := to_jsonb(new);
  field  text;
  said   text;
  kind   text;
  place  integer;
begin
  foreach field in array tg_argv loop
    for said in
      select fields ->> field where jsonb_typeof(fields -> field) = 'string'
      union all
      select one from jsonb_array_elements_text(
        case when jsonb_typeof(fields -> field) = 'array' then fields -> field else '[]' end) one
    loop
      select f.kind, f.place into kind, place from est.first_personal_data(said) f;
      if kind is not null then
        raise exception 'personal data is not stored: % from character %', kind, place
          using errcode = 'check_violation', schema = tg_table_schema, table = tg_table_name, column = field,
            constraint = 'no_personal_data', detail = format('%s,%s', kind, place);
      end if;
    end loop;
  end loop;
  return new;
end
$$;

-- Every column that people write into, or whose text comes from a file. Not among them are codes, numbers and times
-- in words; the case numbers of the sources; the addresses of participants, which are staff data; settings; and what
-- the program makes of texts that have been screened.
do $$
declare
  screened record;
  field    text;
  hints    text;
  is_list  boolean;
begin
  for screened in
    select * from (values
      ('incident', '{place,assessment,text,reasons,review_reason}'::text[]),
      ('incident_version', '{reason}'),
      ('transition_log', '{reason}'),
      ('refusal', '{reason}'),
      ('action', '{title,goal,owner_function,baseline,no_baseline,expected_effect,production,process,result,lesson,effect}'),
      ('agreement', '{title,goals,focus_areas}'),
      ('agreement_signatory', '{function}'),
      ('analysis', '{statement,left_out}'),
      ('area', '{name}'),
      ('area_piece', '{name}'),
      ('area_score', '{reason}'),
      ('attendance', '{function}'),
      ('category', '{swedish,english,common,themes}'),
      ('cause', '{text}'),
      ('chain_step', '{text}'),
      ('decision', '{text}'),
      ('est_group', '{name}'),
      ('evidence', '{text,source}'),
      ('harm_table', '{name,edition,source}'),
      ('municipality', '{name}'),
      ('organisation', '{name}'),
      ('outbox_attempt', '{said}'),
      ('participant', '{function}'),
      ('problem', '{title,statement}'),
      ('problem_outcome', '{result,lesson}'),
      ('promise', '{text,target,judgement}'),
      ('promise_activity', '{text}'),
      ('promise_set', '{title}'),
      ('promise_signatory', '{function}'),
      ('statutory_picture', '{action_plan,no_plan_because}'),
      ('unit', '{name}'),
      ('walk_point', '{text,cannot_because,outcome}')
    ) as listed(name, columns)
  loop
    hints := '';
    foreach field in array screened.columns loop
      select a.atttypid = 'text[]'::regtype into strict is_list from pg_attribute a
      where a.attrelid = ('est.' || screened.name)::regclass and a.attname = field;
      -- Most texts pass by a single expression, and no function is called for them.
      hints := hints || case when hints = '' then '' else ' or ' end || format(
        case when is_list
          then 'cardinality(new.%1$I) > 0 and est.may_hold_personal_data(array_to_string(new.%1$I, E''\n''))'
          else 'new.%1$I is not null and est.may_hold_personal_data(new.%1$I)' end, field);
    end loop;
    execute format('create trigger no_personal_data before insert or update of %s on est.%I
      for each row when (%s) execute function est.refuse_personal_data(%s)',
      (select string_agg(quote_ident(f), ', ') from unnest(screened.columns) f), screened.name, hints,
      (select string_agg(quote_literal(f), ', ') from unnest(screened.columns) f));
    -- A session may put ordinary triggers out of work.
    execute format('alter table est.%I enable always trigger no_personal_data', screened.name);
  end loop;
end
$$;

-- What slipped through is taken out of a report and of all that it said before. The row that says who did it and why
-- is what does it; nothing else may put anything in the place of what was said, and nothing but the mark.
create table est.redaction (
  municipality text not null,
  received_at  timestamptz not null,
  id           uuid not null,
  at           timestamptz not null,
  redacted_by  uuid not null,
  reason       text not null,
  -- How many versions it was taken out of, with the present one.
  versions     integer not null,
  redacted_in  xid8 not null default pg_current_xact_id(),
  primary key (municipality, received_at, id, redacted_in),
  constraint redaction_of_incident foreign key (municipality, received_at, id) references est.incident,
  constraint redaction_by_participant foreign key (municipality, redacted_by) references est.participant
);
create trigger redaction_is_append_only before update or delete on est.redaction
  for each row execute function est.refuse_change();
create trigger redaction_is_kept before truncate on est.redaction
  for each statement execute function est.refuse_change();
create trigger no_personal_data before insert on est.redaction
  for each row when (est.may_hold_personal_data(new.reason)) execute function est.refuse_personal_data('reason');
alter table est.redaction enable always trigger no_personal_data;

create function est.is_redacting(of_municipality text, at_time timestamptz, incident uuid) returns boolean
language sql stable
as $$
  select exists (
    select from est.redaction r
    where (r.municipality, r.received_at, r.id, r.redacted_in)
      = (of_municipality, at_time, incident, pg_current_xact_id_if_assigned()))
$$;

-- A report without its free texts, each of them replaced by the mark where there was one.
create function est.redacted(content jsonb) returns jsonb
language sql immutable
as $$
  select content || coalesce(jsonb_object_agg(field, case jsonb_typeof(content -> field)
      when 'array' then '["[maskerat]"]'::jsonb else '"[maskerat]"' end), '{}')
  from unnest('{place,assessment,text,reasons,review_reason}'::text[]) field
  where content -> field not in ('null', '[]', '""')
$$;

create function est.keep_version() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and est.is_redacting(old.municipality, old.received_at, old.id)
     and to_jsonb(new) - array['content', 'reason'] = to_jsonb(old) - array['content', 'reason']
     and new.content = est.redacted(old.content)
     and new.reason is not distinct from (case when old.reason <> '' then '[maskerat]' else old.reason end) then
    return new;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = 'incident_version_is_append_only';
end
$$;
drop trigger incident_version_is_append_only on est.incident_version;
create trigger incident_version_is_append_only before update or delete on est.incident_version
  for each row execute function est.keep_version();

-- What is redacted leaves no version behind.
drop trigger incident_is_kept on est.incident;
create trigger incident_is_kept before update on est.incident
  for each row when (('[maskerat]' in (new.place, new.assessment, new.text, new.review_reason, new.reasons[1])
    and to_jsonb(new) = est.redacted(to_jsonb(old))
    and est.is_redacting(old.municipality, old.received_at, old.id)) is not true)
  execute function est.keep_incident_version();
create trigger incident_stays before delete on est.incident
  for each row execute function est.keep_incident_version();

create function est.redact() returns trigger
language plpgsql
as $$
begin
  update est.incident_version v
  set content = est.redacted(v.content), reason = case when v.reason <> '' then '[maskerat]' else v.reason end
  where (v.municipality, v.received_at, v.id) = (new.municipality, new.received_at, new.id);
  update est.incident i
  set place = case when i.place <> '' then '[maskerat]' else i.place end,
    assessment = case when i.assessment <> '' then '[maskerat]' else i.assessment end,
    text = case when i.text <> '' then '[maskerat]' else i.text end,
    reasons = case when cardinality(i.reasons) > 0 then '{[maskerat]}' else i.reasons end,
    review_reason = case when i.review_reason <> '' then '[maskerat]' else i.review_reason end
  where (i.municipality, i.received_at, i.id) = (new.municipality, new.received_at, new.id);
  return null;
end
$$;
create trigger redaction_is_done after insert on est.redaction
  for each row execute function est.redact();
