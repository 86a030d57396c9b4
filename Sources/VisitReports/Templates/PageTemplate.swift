import Mustache
import VisitModel

/// One template: text with places for values.
///
/// Every value is escaped unless a template says otherwise, and none may but for what the program itself has made: the
/// style sheet, a drawing, the body that other templates have filled.
struct PageTemplate: Sendable {
    private let template: MustacheTemplate
    /// Comes before every template: how its values are escaped.
    static let setting = "{{% CONTENT_TYPE:SCALARS}}"

    /// A template of the program's own. A fault in its text is a bug, which the first test finds.
    init(_ text: String) {
        do {
            try self.init(checking: text)
        } catch {
            preconditionFailure("A template of the program is faulty: \(error)")
        }
    }

    /// A template that somebody has written.
    ///
    /// - Throws: what Mustache finds wrong with it.
    init(checking text: String) throws {
        MustacheContentTypes.register(ScalarEscaping(), named: "SCALARS")
        template = try MustacheTemplate(string: Self.setting + text)
    }

    /// The template filled with `values`.
    func render(_ values: Any) -> String { template.render(values) }
}

/// Escapes markup scalar by scalar. The escaping that Mustache brings goes by characters, and a quote that a combining
/// mark follows is another character to it: it would pass. Signs that steer a line are left out.
struct ScalarEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var escaped = ""
        for scalar in text.withoutControlCharacters.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
