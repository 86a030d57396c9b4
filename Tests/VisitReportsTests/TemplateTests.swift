import Testing
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Templates that an operator overrides")
struct TemplateTests {
    private static func templates(_ name: TemplateName, _ text: String?) -> ReportTemplates {
        ReportTemplates([.init(name, file: "templates/\(name.file)", text: text)])
    }

    @Test("take the place of the program's own")
    func override() {
        let templates = Self.templates(.page, "<main>{{title}} | {{{body}}}</main>\n")
        #expect(templates.findings.isEmpty)
        let html = ReportTests.day(.english).html(templates)
        #expect(html.hasPrefix("<main>Visits of the day: Beijing Women’s Prison | <section"))
        #expect(html.hasSuffix("</main>\n"))
    }

    @Test("with a fault are found by line and key, and the program's own serve")
    func faults() throws {
        let broken: [(TemplateName, String, line: Int?, code: String, word: String)] = [
            (.page, "<p>\n{{titel}}\n", 2, "template-key", "titel"),
            (.page, "<p>\n\n{{{title}}}", 3, "template-unescaped", "title"),
            (.page, "<p>{{&subtitle}}", 1, "template-unescaped", "subtitle"),
            (.table, "{{#rows}}\n{{text}}\n", 3, "template-fault", "section"),
            (.table, "{{#rows}}\n{{/columns}}", 2, "template-fault", "section"),
            (.section, "{{heading", 1, "template-fault", "closed"),
            (.scenes, "{{#scenes}}{{{.}}}{{/scenes}}", 1, "template-unescaped", "."),
        ]
        for (name, text, line, code, word) in broken {
            let templates = Self.templates(name, text)
            let finding = try #require(templates.findings.first, "\(text)")
            #expect(finding.code == code, "\(text)")
            #expect(finding.location?.file == "templates/\(name.file)")
            #expect(finding.location?.line == line, "\(text)")
            #expect(finding.sentence.english.contains(word), "\(text)")
            #expect(finding.severity == .error)
            let report = ReportTests.day(.english)
            #expect(report.html(templates) == report.html, "\(text)")
        }
    }

    @Test("that misspell a key are told which one was meant")
    func advice() {
        let finding = Self.templates(.page, "{{subtitel}}").findings.first
        #expect(finding?.advice?.english == "Perhaps “subtitle” is meant.")
    }

    @Test("that cannot be read are told by their file")
    func unreadable() {
        let finding = Self.templates(.steps, nil).findings.first
        #expect(finding?.code == "template-unreadable")
        #expect(finding?.location == SourceLocation(file: "templates/steps.mustache"))
    }

    @Test("of the program pass the check that others must pass", arguments: TemplateName.allCases)
    func ownTemplates(name: TemplateName) {
        #expect(Self.templates(name, BuiltInTemplates.text(of: name)).findings == [])
    }

    @Test("may hold comments, settings and transforms")
    func tags() {
        let text =
            "{{! titel is no key }}{{#rows}}{{#cells}}{{#first()}}{{/first()}}{{uppercased(text)}}{{/cells}}{{/rows}}"
        #expect(Self.templates(.table, text).findings == [])
    }
}
