import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitRules

/// The pages of `Docs/law`: what was read for each pack, from when to when its rules hold, and what is uncertain. They are
/// written from the packs (`VISIT_RECORD=1`), so that a page never says what its pack no longer does.
@Suite("the pages on the law")
struct LawPageTests {
    @Test("each pack has its page, and the page says what the pack does", arguments: try Packs.book().packs.map(\.id))
    func page(id: String) throws {
        let pack = try #require(try Packs.book().packs.first { $0.id == id })
        try Golden.compare(LawPage(pack: pack).text, with: "../../../Docs/law/\(id).md")
    }

    @Test("no page is left of a pack that is gone, and each says on which day the law was checked")
    func pages() throws {
        let folder = Packs.tests.appending(path: "../../Docs/law").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        let packs = try Packs.book().packs
        #expect(Set(files) == Set(packs.map { "\($0.id).md" } + ["README.md"]))
        let undated = packs.filter { !LawPage(pack: $0).text.contains("2026-11-30") }.map(\.id)
        #expect(undated == [])
    }
}

/// A page of `Docs/law`.
struct LawPage {
    let pack: RulePack

    /// The day on which the packs were last held against their sources.
    static let checked = "2026-11-30"

    var text: String {
        var lines = ["# \(pack.id)", "", "\(pack.title.english) · \(pack.title.chinese)", ""]
        lines += ["Checked on \(Self.checked) · 核对于 \(Self.checked)", ""]
        lines += ["## Instruments · 依据文件", "", pack.instrument.english, "", pack.instrument.chinese, ""]
        lines += ["## What was read, and what is uncertain · 已读来源与存疑之处", ""]
        lines += [pack.source.english, "", pack.source.chinese, ""]
        lines += uncertain
        if !pack.binds.isEmpty {
            lines += ["## Where it binds · 约束范围", ""]
            lines += pack.binds.map { "- \($0.jurisdiction), \($0.from) (\($0.confidence.rawValue))" } + [""]
        }
        lines += ["## From when to when · 起止日期", ""]
        lines += [
            "| rule · 规则 | what · 内容 | place · 地域 | force · 效力 | sure · 可信度 | from · 自 | to · 至 |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += pack.rules.map(row)
        if !pack.parameters.isEmpty {
            lines += ["", "## What the operator sets · 由运营方设定", ""]
            for parameter in pack.parameters {
                let preset = parameter.preset.map(parameter.text) ?? "unset"
                lines.append("- `\(parameter.name)` = \(preset): \(parameter.explanation.english)")
                lines.append("  \(parameter.explanation.chinese)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The rules that were not read in the instrument itself, and the remarks on others.
    private var uncertain: [String] {
        var lines: [String] = []
        for rule in pack.rules where rule.confidence != .verified || rule.notes != nil {
            let notes = rule.notes.map { ": \($0.english)" } ?? "."
            lines.append("- `\(rule.id)` (\(rule.confidence.rawValue))\(notes)")
            if let chinese = rule.notes?.chinese { lines.append("  \(chinese)") }
        }
        return lines.isEmpty ? [] : lines + [""]
    }

    private func row(_ rule: Rule) -> String {
        let cells = [
            "`\(rule.id)`", "\(rule.title.english) · \(rule.title.chinese)",
            rule.scope.jurisdictions.map(\.code).joined(separator: ", "), rule.force.rawValue,
            rule.confidence.rawValue, "\(rule.validFrom)", rule.validTo.map(\.description) ?? "–",
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }
}
