/// The templates that pages are made of. An operator overrides one by a file of that name in the configuration folder.
public enum TemplateName: String, Sendable, CaseIterable {
    /// The page around everything.
    case page
    /// The style sheet.
    case style
    /// A heading and what stands under it.
    case section
    case table, plot, drawing, steps, lists, month, scenes

    /// The name of the file: `page.mustache`.
    public var file: String { rawValue + ".mustache" }

    /// What a template may ask for. The keys of inner lists are among them.
    var keys: Set<String> {
        switch self {
        case .page:
            [
                "lang", "name", "title", "subtitle", "style", "shape", "look", "body", "notes", "sourcesTitle",
                "sources",
            ]
        case .style: []
        case .section: ["heading", "aside", "isCard", "body"]
        case .table:
            ["title", "columns", "kind", "rows", "cells", "isFirst", "text", "hasBoxes", "isTotal"]
        case .plot: ["title", "svg", "body", "isWide"]
        case .drawing: ["svg", "caption"]
        case .steps: ["steps", "day", "time", "words", "remark", "isMilestone", "isVisit"]
        case .lists: ["lists", "title", "lines", "hasBoxes", "label", "words", "phone", "dial"]
        case .month:
            [
                "title", "weekdays", "weeks", "days", "number", "date", "isOutside", "remark", "entries", "isEmpty",
                "isFirm", "time", "words", "detail",
            ]
        case .scenes: ["scenes", "svg", "time", "words"]
        }
    }

    /// What a template may put in as it is, because the program has made it.
    var rawKeys: Set<String> { ["body", "svg", "style"] }
}
