extension Export {
  /// The JSON Schema (2020-12) of the picture's JSON, in its present format.
  public static let pictureSchema = String(
    decoding: PackageResources.picture_schema_json, as: UTF8.self)
}
