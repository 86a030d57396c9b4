import Testing
import VisitModel

@Suite("The name that was probably meant")
struct NearestNameTests {
    @Test(
        "a slip of the pen finds its name",
        arguments: [
            ("validto", "valid_to"), ("chld", "child"), ("prisonner", "prisoner"), ("houshold", "household"),
        ])
    func slip(word: String, meant: String) {
        #expect(NearestName.of(word, among: ["valid_from", "valid_to", "child", "prisoner", "household"]) == meant)
    }

    @Test("another word, a word too short, or no known name finds none")
    func none() {
        #expect(NearestName.of("colour", among: ["valid_from", "valid_to"]) == nil)
        #expect(NearestName.of("W", among: ["V", "K"]) == nil)
        #expect(NearestName.of("child", among: []) == nil)
    }

    @Test("of equally near names the first in the alphabet is meant, in whatever order they come")
    func order() {
        #expect(NearestName.of("cat", among: ["car", "bat"]) == "bat")
        #expect(NearestName.of("cat", among: ["bat", "car"]) == "bat")
    }

    @Test("edits are counted in letters")
    func edits() {
        #expect(NearestName.edits(from: "kitten", to: "sitting") == 3)
        #expect(NearestName.edits(from: "监狱", to: "监狱长") == 1)
        #expect(NearestName.edits(from: "", to: "abc") == 3)
    }
}
