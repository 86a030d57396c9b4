import VisitModel

/// A picture for those who do not read yet. Drawn for this program: thick lines, few shapes, no faces that could be
/// somebody's.
enum Pictogram: String, Hashable, CaseIterable {
    case home, bag, walk, car, bus, train, ferry, gate, wait, table, hug, goodbye, glass, screen, playroom, night,
        telephone

    /// The picture of a vehicle.
    init(_ mode: Journey.Leg.Mode) {
        switch mode {
        case .walk: self = .walk
        case .road: self = .car
        case .rail: self = .train
        case .bus: self = .bus
        case .ferry: self = .ferry
        }
    }

    /// The picture of a form of meeting.
    init(_ mode: Mode) {
        switch mode {
        case .contact: self = .hug
        case .table: self = .table
        case .glass: self = .glass
        case .video: self = .screen
        case .call: self = .telephone
        case .familyRoom, .childDay, .holidayStay: self = .playroom
        }
    }

    /// The drawing, with `title` for those who do not see it.
    func svg(title: String) -> String {
        let lines =
            "fill=\"none\" stroke=\"#17485a\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
        return SVG.drawing(width: 120, height: 90, title: title, kind: "picture", "<g \(lines)>\(shapes)</g>")
    }

    private static let wash = "fill=\"#dbe7eb\""
    private static let dark = "fill=\"#17485a\""

    private var shapes: String {
        switch self {
        case .home:
            Self.ground
                + "<path d=\"M30 78V42L60 18l30 24v36z\" \(Self.wash)/><path d=\"M52 78V56h16v22M22 48L60 17l38 31\"/>"
                + "<path d=\"M76 28v-9h8v15\"/>"
        case .bag:
            "<rect x=\"32\" y=\"28\" width=\"56\" height=\"52\" rx=\"12\" \(Self.wash)/><path d=\"M48 28v-8a12 12 0 0 1 24 0v8\"/>"
                + "<rect x=\"42\" y=\"52\" width=\"36\" height=\"18\" rx=\"4\" fill=\"#fff\"/><path d=\"M42 42h36\"/>"
        case .walk:
            Self.ground + Self.person(x: 48, head: 30, height: 48) + Self.person(x: 74, head: 46, height: 32)
                + "<path d=\"M55 54l13 4\"/>"
        case .car:
            Self.ground + "<path d=\"M16 68V54q0-6 8-7l14-3 12-16h28l14 16q12 2 12 12v12z\" \(Self.wash)/>"
                + "<path d=\"M46 44h40M66 28v16\"/>" + Self.wheels([38, 84])
        case .bus:
            Self.ground + "<rect x=\"14\" y=\"22\" width=\"92\" height=\"46\" rx=\"8\" \(Self.wash)/>"
                + "<path d=\"M22 32h14v14H22zM42 32h14v14H42zM62 32h14v14H62zM82 32h14v34H82z\" fill=\"#fff\"/>"
                + Self.wheels([36, 70])
        case .train:
            "<path d=\"M20 66V30q0-10 10-10h46q24 4 32 34v12z\" \(Self.wash)/><path d=\"M28 30h16v14H28zM52 30h16v14H52z\" fill=\"#fff\"/>"
                + "<path d=\"M78 30q14 4 18 16H78z\" fill=\"#fff\"/><path d=\"M20 56h86M8 78h104\"/><path d=\"M26 78l6-10M50 78l6-10M74 78l6-10M98 78l4-8\"/>"
        case .ferry:
            "<path d=\"M20 52h80l-12 20H32z\" \(Self.wash)/><path d=\"M38 52V34h38v18M52 34V20h10v14M46 42h4M60 42h4\"/>"
                + "<path d=\"M6 80q8-7 16 0t16 0 16 0 16 0 16 0 16 0 12-3\"/>"
        case .gate:
            Self.ground
                + "<path d=\"M20 78V30h80v48\" \(Self.wash)/><path d=\"M42 78V48q18-18 36 0v30M60 40v38M20 30l8-10h64l8 10\"/>"
                + Self.person(x: 28, head: 50, height: 28) + "<circle cx=\"66\" cy=\"62\" r=\"2\" \(Self.dark)/>"
        case .wait:
            "<circle cx=\"60\" cy=\"42\" r=\"30\" \(Self.wash)/><path d=\"M60 22v20l14 8M60 12v4M60 68v4M30 42h4M86 42h4\"/>"
                + "<path d=\"M40 84h40\"/>"
        case .table:
            Self.ground + Self.person(x: 26, head: 30, height: 40) + Self.person(x: 94, head: 38, height: 34)
                + "<path d=\"M38 56h44M44 56v22M76 56v22\"/><path d=\"M54 54q6-8 12 0\" \(Self.wash)/>"
        case .hug:
            Self.ground
                + "<circle cx=\"50\" cy=\"24\" r=\"10\" \(Self.wash)/><path d=\"M34 78V52q0-16 16-16t16 14v28z\" \(Self.wash)/>"
                + "<circle cx=\"74\" cy=\"40\" r=\"8\" fill=\"#fff\"/><path d=\"M64 78V62q0-12 10-12t10 12v16zM40 52q16 12 36 6\" fill=\"#fff\"/>"
                + "<path d=\"M92 22q5-8 10 0t-10 14q-15-8-10-14t10 0z\" \(Self.dark) transform=\"translate(2 -4)\"/>"
        case .goodbye:
            Self.ground + Self.person(x: 30, head: 30, height: 48) + Self.person(x: 90, head: 44, height: 34)
                + "<path d=\"M39 48l10-16M81 58l-9-14M50 24l4-4M54 30h5M67 38l-4-3M64 44h-4\"/>"
        case .glass:
            Self.ground + Self.person(x: 28, head: 32, height: 40) + Self.person(x: 92, head: 38, height: 34)
                + "<path d=\"M60 14v64\" stroke-dasharray=\"2 5\"/><path d=\"M54 14h12v64H54z\"/><path d=\"M38 40q8 4 6 12M82 46q-8 4-6 10\"/>"
        case .screen:
            "<rect x=\"22\" y=\"14\" width=\"76\" height=\"50\" rx=\"5\" \(Self.wash)/><path d=\"M60 64v12M42 78h36\"/>"
                + "<circle cx=\"60\" cy=\"32\" r=\"8\" fill=\"#fff\"/><path d=\"M44 62q2-18 16-18t16 18\" fill=\"#fff\"/>"
        case .playroom:
            Self.ground + "<path d=\"M18 78V34L60 12l42 22v44\" \(Self.wash)/>"
                + Self.person(x: 46, head: 42, height: 34)
                + Self.person(x: 70, head: 52, height: 26) + "<circle cx=\"90\" cy=\"72\" r=\"6\" fill=\"#fff\"/>"
        case .night:
            "<path d=\"M14 76V40M14 62h92v14M106 62V54q0-8-8-8H44v16\" \(Self.wash)/><circle cx=\"29\" cy=\"52\" r=\"8\" fill=\"#fff\"/>"
                + "<path d=\"M88 12a14 14 0 1 0 10 22 12 12 0 0 1-10-22z\" \(Self.dark)/>"
        case .telephone:
            "<path d=\"M34 20l12-4 8 18-8 6q6 14 18 20l6-8 18 8-4 12q-4 6-12 4Q34 66 30 30q0-8 4-10z\" \(Self.wash)/>"
                + "<path d=\"M72 20q14 4 16 18M74 30q6 2 6 8\"/>"
        }
    }

    private static let ground = "<path d=\"M8 80h104\"/>"

    private static func wheels(_ places: [Int]) -> String {
        places.map { "<circle cx=\"\($0)\" cy=\"69\" r=\"9\" fill=\"#fff\"/>" }.joined()
    }

    /// Somebody: a head and a body, without a face.
    private static func person(x: Int, head: Int, height: Int) -> String {
        let foot = head + height
        return "<circle cx=\"\(x)\" cy=\"\(head)\" r=\"8\" fill=\"#fff\"/>"
            + "<path d=\"M\(x - 9) \(min(foot, 79))V\(head + 20)q0-10 9-10t9 10v\(min(foot, 79) - head - 20)z\" \(wash)/>"
    }
}
