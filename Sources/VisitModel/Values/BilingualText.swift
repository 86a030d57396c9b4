/// A language that the program speaks.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Simplified Chinese.
    case chinese = "zh"
}

/// The same words in English and in Chinese.
public struct BilingualText: Hashable, Sendable {
    /// The English words.
    public var english: String
    /// The Chinese words.
    public var chinese: String

    /// The words in both languages.
    public init(en english: String, zh chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// A name or phrase that is the same in both languages.
    public init(_ text: String) {
        self.init(en: text, zh: text)
    }

    /// The words in `language`; where that language was left empty, the other one's.
    public subscript(language: Language) -> String {
        switch language {
        case .english: english.isEmpty ? chinese : english
        case .chinese: chinese.isEmpty ? english : chinese
        }
    }
}
