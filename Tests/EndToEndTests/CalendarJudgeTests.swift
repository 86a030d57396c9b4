import Foundation
import Testing
import VisitTestSupport

/// Programs that other people wrote read the calendars of an example world, and follow one as subscribers do.
@Suite("Calendars of an example world, judged by others", .serialized)
struct CalendarJudgeTests {
    private static let libraries = OutsideTool.python("icalendar", "vobject", "zoneinfo")
    private static let libical = OutsideTool(
        "python3", probe: ["-c", "import ctypes; ctypes.CDLL('libical.so.3')"], reason: "there is no libical.so.3")
    private static let vdirsyncer = OutsideTool("vdirsyncer")
    private static let khal = OutsideTool("khal")

    private func common(_ folder: TemporaryFolder) -> [String] {
        ["--store", folder.path("visits.db"), "--today", "2026-11-23"]
    }

    /// A planned world, and a way to run commands on it.
    private func withWorld(
        _ world: String, _ body: (TemporaryFolder, ([String]) throws -> Program.Outcome) throws -> Void
    ) throws {
        try TemporaryFolder.use { folder in
            func visitctl(_ arguments: [String]) throws -> Program.Outcome {
                let outcome = try Program.visitctl.start(arguments + common(folder), in: folder).end()
                #expect(outcome.status == 0, "\(arguments): \(outcome.complaint)")
                return outcome
            }
            _ = try visitctl(["init", "--example", world])
            _ = try visitctl(["plan", "--iterations", "50", "--quiet"])
            try body(folder, visitctl)
        }
    }

    @Test(
        "icalendar, vobject and libical agree on every event of every kind of calendar, in both languages",
        .enabled(if: libraries.isPresent && libical.isPresent, "\(libraries.missing)\(libical.missing)"),
        arguments: [("michigan", "en"), ("england", "zh")])
    func agreement(world: String, language: String) throws {
        try withWorld(world) { folder, visitctl in
            let kinds = ["household", "child", "escort", "prison", "home", "prisoner"]
            let export = try visitctl(
                ["export", "ics", "--all", "--names", "--lang", language, "-o", folder.path("out"), "--json"]
                    + ["--kinds"] + kinds)
            let written = try #require(try export.document["written"] as? [String])
            for kind in kinds where kind != "escort" && kind != "home" {
                #expect(written.contains { $0.hasPrefix(kind + "-") }, "There is no calendar of a \(kind).")
            }
            let events = try Self.libraries.run(["-c", Self.agreement, folder.path("out")])
            #expect(try #require(Int(events.dropLast())) > written.count)
        }
    }

    @Test(
        "a subscriber sees nothing new in an unchanged store, and one thing where one visit was moved",
        .enabled(if: vdirsyncer.isPresent, "\(vdirsyncer.missing)"))
    func subscription() throws {
        try withWorld("michigan") { folder, visitctl in
            let (prison, visit, openings) = try movableVisit(visitctl)
            let calendar = folder.path("served") + "/prison-\(prison).ics"
            func export() throws {
                _ = try visitctl(["export", "ics", "--prison", prison, "-o", folder.path("served")])
            }
            try export()
            let subscriber = OutsideTool("python3")
            func follow() throws -> String {
                try subscriber.run(["-c", Self.subscriber, calendar, folder.path("subscriber")])
            }
            let first = try follow()
            #expect(first.hasPrefix("gone 0, new ") && first != "gone 0, new 0\n")
            try export()
            #expect(try follow() == "gone 0, new 0\n")
            // Some sessions are refused: by the rules, the companion or the journey.
            let moved = try openings.contains { day, start in
                let step = ["visit", "move", visit, "--to", day, "--start", start, "--reason", "asked for"]
                return try Program.visitctl.start(step + common(folder), in: folder).end().status == 0
            }
            #expect(moved, "The visit \(visit) can go to none of \(openings).")
            try export()
            // The move may be too near to another visit of the prisoner, whose entry says so then.
            let flagged = try visitctl(["visit", "list", "--flagged", "--prison", prison, "--json"]).document
            let others = try #require(flagged["visits"] as? [[String: Any]]).count { $0["id"] as? String != visit }
            #expect(try follow() == "gone \(1 + others), new \(1 + others)\n")
        }
    }

    @Test(
        "a calendar client lists visits at the prison's local time, and at its own",
        .enabled(if: khal.isPresent && vdirsyncer.isPresent, "\(khal.missing)\(vdirsyncer.missing)"),
        arguments: ["America/Detroit", "Asia/Shanghai"])
    func listing(zone: String) throws {
        try withWorld("michigan") { folder, visitctl in
            let document = try visitctl(["next", "--all", "--json"]).document
            let results = try #require(document["results"] as? [[String: Any]])
            let result = try #require(
                results.first { ($0["visit"] as? [String: Any])?["zone"] as? String == "America/Detroit" })
            let visit = try #require(result["visit"] as? [String: Any])
            let prison = try #require(visit["prison"] as? String)
            _ = try visitctl(["export", "ics", "--prison", prison, "-o", folder.path("served")])
            _ = try OutsideTool("python3").run(
                ["-c", Self.subscriber, folder.path("served") + "/prison-\(prison).ics", folder.path("subscriber")])
            let date = try #require(visit["date"] as? String)
            try folder.write(
                """
                [calendars]
                [[visits]]
                path = \(folder.path("subscriber"))/items/
                readonly = True
                [locale]
                local_timezone = \(zone)
                default_timezone = \(zone)
                timeformat = %H:%M
                dateformat = %Y-%m-%d
                longdateformat = %Y-%m-%d
                datetimeformat = %Y-%m-%d %H:%M
                longdatetimeformat = %Y-%m-%d %H:%M
                [sqlite]
                path = \(folder.path("khal.db"))
                """, to: "khal.conf")
            let listed = try Self.khal.run([
                "-c", folder.path("khal.conf"), "list", "--format", "{start-date} {start-time} {title}", "--day-format",
                "",
                date, "3d",
            ])
            let start = try #require(visit["start"] as? String)
            let local = try Self.libraries.run([
                "-c",
                """
                import sys, datetime as d, zoneinfo
                t = d.datetime.fromisoformat(sys.argv[1]).replace(tzinfo=zoneinfo.ZoneInfo("America/Detroit"))
                print(t.astimezone(zoneinfo.ZoneInfo(sys.argv[2])).strftime("%Y-%m-%d %H:%M"), end="")
                """, "\(date)T\(start)", zone,
            ])
            #expect(listed.contains("\(local) Visit to \(result["prisoner"] ?? "")"), "\(listed)")
        }
    }

    /// A proposed visit, its prison, and when that prison opens on other days of the same month.
    private func movableVisit(
        _ visitctl: ([String]) throws -> Program.Outcome
    ) throws -> (prison: String, visit: String, openings: [(day: String, start: String)]) {
        let document = try visitctl(["next", "--all", "--json"]).document
        for result in try #require(document["results"] as? [[String: Any]]) {
            guard let visit = result["visit"] as? [String: Any], let prison = visit["prison"] as? String,
                let id = visit["id"] as? String, let date = visit["date"] as? String, date < "2026-12-01"
            else { continue }
            let listed = try visitctl([
                "sessions", "--prison", prison, "--from", "2026-11-25", "--to", "2026-11-30", "--json",
            ]).document
            let openings = try #require(listed["sessions"] as? [[String: Any]]).compactMap { session in
                (session["date"] as? String).flatMap { day in
                    (session["start"] as? String).map { (day: day, start: $0) }
                }
            }
            let others = openings.filter { $0.day != date }
            if !others.isEmpty { return (prison, id, others) }
        }
        throw NoMovableVisit()
    }

    private struct NoMovableVisit: Error {}

    /// Serves one calendar over HTTP, lets vdirsyncer follow it, and prints how many entries went and came.
    private static let subscriber = #"""
        import functools, http.server, pathlib, subprocess, sys, threading
        calendar, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_): pass
        class Server(http.server.ThreadingHTTPServer):
            allow_reuse_address = True
        port = work / "port"
        number = int(port.read_text()) if port.exists() else 0
        server = Server(("127.0.0.1", number), functools.partial(Quiet, directory=str(calendar.parent)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        items = work / "items"
        items.mkdir(parents=True, exist_ok=True)
        port.write_text(str(server.server_port))
        config = work / "config"
        config.write_text(f"""
        [general]
        status_path = "{work}/status/"
        [pair visits]
        a = "feed"
        b = "items"
        collections = null
        [storage feed]
        type = "http"
        url = "http://127.0.0.1:{server.server_port}/{calendar.name}"
        [storage items]
        type = "filesystem"
        path = "{items}/"
        fileext = ".ics"
        """)
        def entries():
            return {(p.name, p.stat().st_mtime_ns, p.read_bytes()): p for p in items.iterdir()}
        before = entries()
        for act in ("discover", "sync"):
            subprocess.run(["vdirsyncer", "-c", str(config), act], check=True, stdout=subprocess.DEVNULL)
        after = entries()
        # vdirsyncer knows an entry of such a feed by what it holds: one that changes goes, and another one comes.
        print(f"gone {len(before.keys() - after.keys())}, new {len(after.keys() - before.keys())}")
        """#

    /// Reads every calendar of a folder with three libraries, and compares what they make of each event.
    private static let agreement = #"""
        import ctypes, glob, sys
        import icalendar, vobject

        ical = ctypes.CDLL("libical.so.3")
        for name, result, arguments in [
            ("icalparser_parse_string", ctypes.c_void_p, [ctypes.c_char_p]),
            ("icalcomponent_get_first_component", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
            ("icalcomponent_get_next_component", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
            ("icalcomponent_get_first_property", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
            ("icalcomponent_get_next_property", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
            ("icalcomponent_count_errors", ctypes.c_int, [ctypes.c_void_p]),
            ("icalcomponent_free", None, [ctypes.c_void_p]),
            ("icalproperty_get_property_name", ctypes.c_char_p, [ctypes.c_void_p]),
            ("icalproperty_get_value_as_string", ctypes.c_char_p, [ctypes.c_void_p]),
            ("icalproperty_get_parameter_as_string", ctypes.c_char_p, [ctypes.c_void_p, ctypes.c_char_p]),
        ]:
            function = getattr(ical, name); function.restype = result; function.argtypes = arguments
        VEVENT, ANY = 4, 0
        TEXTS = {"SUMMARY", "LOCATION", "DESCRIPTION", "UID", "CATEGORIES", "RELATED-TO"}
        TAKEN = TEXTS | {"DTSTART", "DTEND", "DTSTAMP", "SEQUENCE", "STATUS", "TRANSP", "GEO", "COLOR"}

        def plain(text):
            out, rest = [], iter(text)
            for c in rest:
                if c == "\\":
                    c = next(rest, "")
                    out.append("\n" if c in "nN" else c)
                else:
                    out.append(c)
            return "".join(out)

        def by_libical(data):
            root = ical.icalparser_parse_string(data)
            assert root and ical.icalcomponent_count_errors(root) == 0
            events = []
            event = ical.icalcomponent_get_first_component(root, VEVENT)
            while event:
                facts = {}
                p = ical.icalcomponent_get_first_property(event, ANY)
                while p:
                    name = ical.icalproperty_get_property_name(p).decode()
                    value = ical.icalproperty_get_value_as_string(p).decode()
                    if name in TAKEN:
                        zone = ical.icalproperty_get_parameter_as_string(p, b"TZID")
                        facts[name] = (plain(value) if name in TEXTS else value) + (f" {zone.decode()}" if zone else "")
                    p = ical.icalcomponent_get_next_property(event, ANY)
                events.append(facts)
                event = ical.icalcomponent_get_next_component(root, VEVENT)
            ical.icalcomponent_free(root)
            return events

        def by_icalendar(data):
            events = []
            for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
                assert not event.errors, event.errors
                facts = {}
                for name, value in event.property_items(recursive=False):
                    if name in TAKEN:
                        if name == "CATEGORIES": text = ",".join(str(c) for c in value.cats)
                        elif name in TEXTS: text = str(value)
                        elif hasattr(value, "to_ical"): text = value.to_ical().decode()
                        else: text = str(value)
                        zone = getattr(value, "params", {}).get("TZID")
                        facts[name] = text + (f" {zone}" if zone else "")
                events.append(facts)
            return events

        def by_vobject(data):
            events = []
            for event in vobject.readOne(data.decode(), transform=False).vevent_list:
                facts = {}
                for line in event.lines():
                    if line.name in TAKEN:
                        zone = line.params.get("TZID") or line.params.get("X-VOBJ-ORIGINAL-TZID")
                        facts[line.name] = (plain(line.value) if line.name in TEXTS else line.value) + (f" {zone[0]}" if zone else "")
                events.append(facts)
            return events

        count = 0
        for path in sorted(glob.glob(sys.argv[1] + "/*.ics")):
            data = open(path, "rb").read()
            a, b, c = by_icalendar(data), by_libical(data), by_vobject(data)
            assert len(a) == len(b) == len(c), (path, len(a), len(b), len(c))
            for x, y, z in zip(a, b, c):
                for name in TAKEN:
                    told = {x.get(name), y.get(name), z.get(name)}
                    if name == "GEO": told = {tuple(float(n) for n in t.replace(",", ";").split(";")) if t else None for t in told}
                    assert len(told) == 1, (path, name, x.get(name), y.get(name), z.get(name))
            count += len(a)
        print(count)
        """#
}
