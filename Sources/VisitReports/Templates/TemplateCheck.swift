import Mustache
import VisitModel

/// Looks through an operator's template, tag by tag, for keys that nothing fills and for values that would not be escaped.
///
/// Mustache itself leaves a place empty where it does not know the key: a misspelt `{{titel}}` would silently take the
/// title off every page.
struct TemplateCheck {
    private let override: ReportTemplates.Override

    init(_ override: ReportTemplates.Override) {
        self.override = override
    }

    /// One tag: `{{#rows}}`.
    private struct Tag {
        var line: Int
        /// The key, without its mark and transforms.
        var key: Substring
        /// Whether its value is put in as it is.
        var isRaw: Bool
    }

    /// What is wrong, in the order of the file. The style sheet has no keys.
    var findings: [Finding] {
        guard let text = override.text else { return [unreadable] }
        return Self.tags(in: text).compactMap { tag in
            if tag.key == "." { return tag.isRaw ? finding(raw: tag) : nil }
            guard override.name.keys.contains(String(tag.key)) else { return finding(unknown: tag) }
            return tag.isRaw && !override.name.rawKeys.contains(String(tag.key)) ? finding(raw: tag) : nil
        }
    }

    private var unreadable: Finding {
        Finding(
            .error, code: "template-unreadable", subject: "template \(override.name.rawValue)",
            at: SourceLocation(file: override.file),
            sentence: BilingualText(
                en: "The template cannot be read as UTF-8; the program’s own template is used.",
                zh: "模板无法按 UTF-8 读取；改用程序自带的模板。"))
    }

    private static func tags(in text: String) -> [Tag] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
            line.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
                tag(String(rest), line: number + 1)
            }
        }
    }

    /// The tag that begins with `rest`, nil for comments and settings, which hold no key.
    private static func tag(_ rest: String, line: Int) -> Tag? {
        guard let first = rest.first, first != "!", first != "%", first != "=" else { return nil }
        let isRaw = first == "{" || first == "&"
        let marks: Set<Character> = ["#", "^", "/", "&", "{", " "]
        let name = rest.drop { marks.contains($0) }.prefix { $0 != "}" && $0 != " " }
        return Tag(line: line, key: withoutTransforms(name), isRaw: isRaw)
    }

    /// `first()` and `uppercased(name)` are transforms of Mustache: of the value at hand, or of a key.
    private static func withoutTransforms(_ name: Substring) -> Substring {
        guard let bracket = name.lastIndex(of: "(") else { return name }
        let inner = name[name.index(after: bracket)...].prefix { $0 != ")" }
        return inner.isEmpty ? "." : inner
    }

    private func finding(unknown tag: Tag) -> Finding {
        let known = override.name.keys.sorted()
        let nearest = NearestName.of(String(tag.key), among: known)
        return Finding(
            .error, code: "template-key", subject: "template \(override.name.rawValue)",
            at: SourceLocation(file: override.file, line: tag.line),
            sentence: BilingualText(
                en:
                    "The template \(override.name.rawValue) has no key “\(tag.key)”; the program’s own template is used.",
                zh: "模板 \(override.name.rawValue) 中没有键“\(tag.key)”；改用程序自带的模板。"),
            advice: nearest.map {
                BilingualText(en: "Perhaps “\($0)” is meant.", zh: "可能应为“\($0)”。")
            })
    }

    private func finding(raw tag: Tag) -> Finding {
        Finding(
            .error, code: "template-unescaped", subject: "template \(override.name.rawValue)",
            at: SourceLocation(file: override.file, line: tag.line),
            sentence: BilingualText(
                en: "“\(tag.key)” would be put in unescaped, so that a name could become part of the page; "
                    + "the program’s own template is used.",
                zh: "“\(tag.key)”未经转义，姓名等内容可能变成网页代码；改用程序自带的模板。"),
            advice: BilingualText(en: "Perhaps two braces instead of three are meant.", zh: "可能应使用两个而不是三个花括号。"))
    }

    /// What Mustache found, as a finding.
    static func fault(_ error: any Error, in override: ReportTemplates.Override) -> Finding {
        let fault = error as? MustacheTemplate.ParserError
        // The setting that comes before every template stands on its first line.
        let column = fault.map {
            $0.context.columnNumber - ($0.context.lineNumber == 1 ? PageTemplate.setting.count : 0)
        }
        let place = SourceLocation(file: override.file, line: fault?.context.lineNumber, column: column)
        // What is no error of the template's grammar is the end of the text within a tag.
        let words = ((fault?.error as? MustacheTemplate.Error) ?? .unfinishedName).words
        return Finding(
            .error, code: "template-fault", subject: "template \(override.name.rawValue)", at: place,
            sentence: BilingualText(
                en: "\(words.english); the program’s own template is used.",
                zh: "\(words.chinese)；改用程序自带的模板。"))
    }
}

extension MustacheTemplate.Error {
    /// What is wrong, in words.
    fileprivate var words: BilingualText {
        switch self {
        case .sectionCloseNameIncorrect, .expectedSectionEnd:
            BilingualText(en: "A section does not end, or another one ends here", zh: "段落没有结束，或此处结束的是另一段落")
        case .unfinishedName: BilingualText(en: "A tag is not closed by “}}”", zh: "标签没有以“}}”结束")
        case .invalidSetDelimiter, .invalidConfigVariableSyntax, .unrecognisedConfigVariable:
            BilingualText(en: "A setting is not understood", zh: "设置无法识别")
        case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
            BilingualText(en: "Inherited sections cannot be used like this", zh: "不能这样使用继承段落")
        }
    }
}
