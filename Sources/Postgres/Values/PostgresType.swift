/// The types a Swift type has on the wire, alone and as an element of an array.
///
/// The numbers of the built-in types are fixed in PostgreSQL's `pg_type.dat`; a type made by an extension has a
/// number of its own in each database and travels as text instead (`PostgresType.inferred`).
public struct PostgresType: Sendable, Hashable {
  /// As a parameter of its own; 0 lets the server infer it.
  public var oid: UInt32
  /// As an element.
  public var elementOID: UInt32
  /// Of the array holding such elements; 0 where there is none.
  public var arrayOID: UInt32
  /// True where a lone parameter goes out in the type's text form, which every type can read.
  public var isText: Bool
  var isArrayOfArrays = false

  public init(oid: UInt32, arrayOID: UInt32) {
    self.oid = oid
    self.elementOID = oid
    self.arrayOID = arrayOID
    self.isText = false
  }

  /// Text whose type the server infers from where it stands: a text, an enum label, a date …; `text` in an array.
  public static let inferred: PostgresType = {
    var type = text
    type.oid = 0
    type.isText = true
    return type
  }()

  public static let bool = PostgresType(oid: 16, arrayOID: 1000)
  public static let bytea = PostgresType(oid: 17, arrayOID: 1001)
  public static let int8 = PostgresType(oid: 20, arrayOID: 1016)
  public static let int2 = PostgresType(oid: 21, arrayOID: 1005)
  public static let int4 = PostgresType(oid: 23, arrayOID: 1007)
  public static let text = PostgresType(oid: 25, arrayOID: 1009)
  public static let json = PostgresType(oid: 114, arrayOID: 199)
  public static let float4 = PostgresType(oid: 700, arrayOID: 1021)
  public static let float8 = PostgresType(oid: 701, arrayOID: 1022)
  public static let date = PostgresType(oid: 1082, arrayOID: 1182)
  public static let timestamptz = PostgresType(oid: 1184, arrayOID: 1185)
  public static let uuid = PostgresType(oid: 2950, arrayOID: 2951)
  public static let jsonb = PostgresType(oid: 3802, arrayOID: 3807)

  /// The SQL name of a built-in type by its number, for messages.
  static func name(of oid: UInt32) -> String {
    names[oid] ?? "type \(oid)"
  }

  private static let names: [UInt32: String] = [
    16: "bool", 17: "bytea", 18: "\"char\"", 19: "name", 20: "int8", 21: "int2", 23: "int4", 25: "text",
    26: "oid", 114: "json", 199: "json[]", 700: "float4", 701: "float8", 705: "unknown", 1000: "bool[]",
    1001: "bytea[]", 1005: "int2[]", 1007: "int4[]", 1009: "text[]", 1015: "varchar[]", 1016: "int8[]",
    1021: "float4[]", 1022: "float8[]", 1042: "bpchar", 1043: "varchar", 1082: "date", 1083: "time",
    1114: "timestamp", 1182: "date[]", 1184: "timestamptz", 1185: "timestamptz[]", 1186: "interval",
    1700: "numeric", 2249: "record", 2278: "void", 2950: "uuid", 2951: "uuid[]", 3802: "jsonb",
    3807: "jsonb[]",
  ]
}
