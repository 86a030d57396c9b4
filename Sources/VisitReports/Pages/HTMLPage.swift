import Mustache
import VisitModel

/// A page of HTML around one report: for screen, telephone and A4 paper. It asks nothing of the network.
struct HTMLPage {
    var language: Language
    /// The heading, also the title of the window.
    var title: String
    /// What stands under the heading.
    var subtitle: String
    /// What the report's own template made.
    var body: String
    /// The last line of the page.
    var footer: String

    /// The page.
    var html: String {
        let values: [String: Any] = [
            "lang": language == .chinese ? "zh-CN" : "en", "title": title, "subtitle": subtitle, "body": body,
            "footer": footer, "style": PageStyle.css,
        ]
        return PageTemplate.page.render(values)
    }
}

/// The templates of the pages.
///
/// Every value is escaped unless a template says otherwise, and none does but `page` for what a template has made.
struct PageTemplate {
    private let template: MustacheTemplate

    /// A template of the program's own. A fault in its text is a bug, which the first test finds.
    init(_ text: String) {
        MustacheContentTypes.register(ScalarEscaping(), named: "SCALARS")
        do {
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE:SCALARS}}" + text)
        } catch {
            preconditionFailure("A template of the program is faulty: \(error)")
        }
    }

    /// The template filled with the members of `values`.
    func render(_ values: Any) -> String { template.render(values) }

    static let page = PageTemplate(
        """
        <!DOCTYPE html>
        <html lang="{{lang}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="referrer" content="no-referrer">
        <title>{{title}} · {{subtitle}}</title>
        <style>
        {{{style}}}</style>
        </head>
        <body>
        <header class="page">
        <h1>{{title}}</h1>
        <p>{{subtitle}}</p>
        </header>
        <main>
        {{{body}}}</main>
        <footer class="page">{{footer}}</footer>
        </body>
        </html>

        """)
}

/// Escapes markup scalar by scalar. The escaping that Mustache brings goes by characters, and a quote that a combining
/// mark follows is another character to it: it would pass.
struct ScalarEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
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
