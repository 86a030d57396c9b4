import Mustache
import VisitModel

/// The templates in use: the program's own, and those that an operator has put in their place.
public struct ReportTemplates: Sendable {
    /// A template that an operator has written.
    public struct Override: Hashable, Sendable {
        /// Which one it stands for.
        public var name: TemplateName
        /// Its file, for findings.
        public var file: String
        /// What it says; nil where the file cannot be read as UTF-8.
        public var text: String?

        /// A template of that file.
        public init(_ name: TemplateName, file: String, text: String?) {
            self.name = name
            self.file = file
            self.text = text
        }
    }

    /// The program’s own templates.
    public static let builtIn = ReportTemplates()

    private var templates: [TemplateName: PageTemplate]
    /// What is wrong with the operator’s templates. One with an error is not used: the program’s own serves.
    public private(set) var findings: [Finding] = []

    private init() {
        templates = Dictionary(
            uniqueKeysWithValues: TemplateName.allCases.map { ($0, PageTemplate(BuiltInTemplates.text(of: $0))) })
    }

    /// The program’s templates with these in the place of some.
    public init(_ overrides: [Override]) {
        self = .builtIn
        for override in overrides {
            let found = TemplateCheck(override).findings
            findings += found
            guard found.isEmpty, let text = override.text else { continue }
            do {
                templates[override.name] = try PageTemplate(checking: text)
            } catch {
                findings.append(TemplateCheck.fault(error, in: override))
            }
        }
    }

    /// The template `name` filled with `values`.
    func render(_ name: TemplateName, _ values: [String: Any?]) -> String {
        guard let template = templates[name] else {
            preconditionFailure("Every name has a template; there is none for \(name).")
        }
        return template.render(values.compactMapValues { $0 })
    }
}
