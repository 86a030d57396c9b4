import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("The templates")
struct TemplateTests {
    @Test("they can be imported as they are, in either language", arguments: Language.allCases)
    func importCleanly(language: Language) throws {
        try TemporaryFolder.use { folder in
            try Templates.write(to: folder.path("new/folder"), language: language)
            let reading = try FileReader(known: Register()).read([folder.path("new/folder")])
            #expect(reading.findings.map(\.sentence.english) == [])
            #expect(reading.sources.map(\.table) == TableName.allCases.map(\.english))
            let register = try #require(reading.batch?.register)
            #expect(register.places.count == 2)
            #expect(register.schoolCalendars.first?.stretches.count == 3)
            #expect(register.visits.map(\.children) == [["C1"], ["C2"]])
            #expect(register.visits.last?.start == ClockTime("14:00"))
        }
    }

    @Test("both languages describe the same register, but for names and notes")
    func sameRegister() throws {
        func register(_ language: Language) throws -> Register {
            try TemporaryFolder.use { folder in
                try Templates.write(to: folder.path, language: language)
                return try #require(try FileReader(known: Register()).read([folder.path]).batch).register
            }
        }
        var (english, chinese) = (try register(.english), try register(.chinese))
        for index in english.children.indices { chinese.children[index].name = english.children[index].name }
        for index in english.closures.indices { chinese.closures[index].reason = english.closures[index].reason }
        #expect(english.children == chinese.children)
        #expect(english.closures == chinese.closures)
        #expect(english.templates == chinese.templates)
        #expect(english.visits == chinese.visits)
        #expect(english.budgets == chinese.budgets)
        #expect(english.bonds == chinese.bonds)
    }

    @Test("Chinese ones begin with a byte order mark, English ones do not")
    func byteOrderMark() throws {
        try TemporaryFolder.use { folder in
            try Templates.write(to: folder.path, language: .chinese)
            try Templates.write(to: folder.path, language: .english)
            #expect(try folder.read("儿童.csv").starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(try folder.read("children.csv").starts(with: Array("id,name".utf8)))
        }
    }

    @Test("no file is overwritten, and then none is written")
    func neverOverwrites() throws {
        try TemporaryFolder.use { folder in
            try folder.write("mine", to: "children.csv")
            #expect(throws: ImportError.templateExists(path: folder.path("children.csv"))) {
                try Templates.write(to: folder.path, language: .english)
            }
            #expect(try folder.read("children.csv") == Array("mine".utf8))
            #expect(throws: (any Error).self) { try folder.read("places.csv") }
        }
    }

    @Test("a folder that cannot be made is one clear error")
    func folderIsAFile() throws {
        try TemporaryFolder.use { folder in
            try folder.write("", to: "taken")
            do throws(ImportError) {
                try Templates.write(to: folder.path("taken/in"), language: .english)
                Issue.record("expected an error")
            } catch {
                #expect(error.code == "cannot-write")
                #expect(error.kind == .cannotCreate)
            }
        }
    }

    @Test("every person in them is marked as invented", arguments: Language.allCases)
    func invented(language: Language) {
        for table in TableName.allCases {
            for column in table.columns where column.isPersonal && (column.name == "name") {
                for example in column.examples {
                    #expect(example[language].contains(language == .chinese ? "虚构" : "invented"))
                }
            }
        }
    }
}
