import Foundation
import Testing

/// One JSON object, read by Foundation and not by the program's own reader.
struct JSONObject {
  private let fields: [String: Any]

  init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    fields = try #require(value as? [String: Any])
  }

  private init(_ fields: [String: Any]) { self.fields = fields }

  /// A text; nil where there is none.
  subscript(key: String) -> String? { fields[key] as? String }

  /// A whole number; nil where there is none.
  func number(_ key: String) -> Int? { fields[key] as? Int }

  /// A truth; nil where there is none.
  func truth(_ key: String) -> Bool? { fields[key] as? Bool }

  /// Whether a key stands there with null.
  func isNull(_ key: String) -> Bool { fields[key] is NSNull }

  /// An array of texts, or of nothing.
  func list(_ key: String) -> [String] { fields[key] as? [String] ?? [] }

  /// An array of objects, or of nothing.
  func objects(_ key: String) -> [JSONObject] {
    (fields[key] as? [[String: Any]] ?? []).map(JSONObject.init)
  }

  /// An object; nil where there is none.
  func object(_ key: String) -> JSONObject? {
    (fields[key] as? [String: Any]).map(JSONObject.init)
  }
}
