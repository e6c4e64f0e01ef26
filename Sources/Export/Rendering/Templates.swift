import Mustache

/// The Mustache templates that documents are made with: the product's own, any of which a municipality may replace.
public struct Templates: Sendable {
  private let library: MustacheLibrary

  /// The product's own.
  public static let standard: Templates = {
    do { return try Templates(replacing: [:]) } catch { fatalError("the built-in templates: \(error)") }
  }()

  /// - Parameter own: Mustache texts by name, such as `style`, each instead of the product's own.
  public init(replacing own: [String: String]) throws(ExportError) {
    for name in own.keys.sorted() where Self.sources[name] == nil {
      throw .unknownTemplate(name: name)
    }
    MustacheContentTypes.register(SafeHTML(), named: SafeHTML.name)
    var templates: [String: MustacheTemplate] = [:]
    for (name, source) in Self.sources.merging(own, uniquingKeysWith: { $1 }) {
      do {
        templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:\(SafeHTML.name)}}\(source)")
      } catch {
        throw .malformedTemplate(name: name, message: "\(error)")
      }
    }
    library = MustacheLibrary(templates: templates)
  }

  /// The names of the templates, sorted.
  public static var names: [String] { sources.keys.sorted() }

  /// The product's own text of a template, as a municipality may copy and change it; `nil` if there is none.
  public static func source(named name: String) -> String? { sources[name] }

  func render(_ view: Any, with name: String) -> String {
    // Every name that is rendered is one of the built-in ones, which are always there.
    library.render(view, withTemplate: name)!
  }
}
