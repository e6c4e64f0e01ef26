extension Export {
  /// The JSON Schema (2020-12) of the picture's JSON, in its present format.
  public static let pictureSchema = String(
    decoding: PackageResources.picture_schema_json, as: UTF8.self)

  /// The same of the JSON that is for the public.
  public static let publicPictureSchema = String(
    decoding: PackageResources.public_schema_json, as: UTF8.self)
}
