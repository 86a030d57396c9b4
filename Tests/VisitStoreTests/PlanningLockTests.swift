import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("The planning lock")
struct PlanningLockTests {
    @Test("one at a time; given back, it can be taken again")
    func oneAtATime() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("visits.db")
            var lock: PlanningLock? = try PlanningLock.acquire(path)
            let failure = StoreError.planningElsewhere(path: StoreFile(path).ownPath + ".lock", process: Int(getpid()))
            for _ in 1...2 {
                #expect(throws: failure) { _ = try PlanningLock.acquire(path) }
            }
            #expect(failure.kind == .overtaken)
            #expect(try folder.mode(of: "visits.db.lock") == 0o660)
            #expect(lock != nil)
            lock = nil
            #expect(try folder.read("visits.db.lock") == [])
            lock = try PlanningLock.acquire(path)
            #expect(lock != nil)
        }
    }

    @Test("holds across processes, and names the one that plans", .enabled(if: Stranger.python.isPresent))
    func acrossProcesses() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("visits.db")
            let lock = try PlanningLock.acquire(path)
            let seen = try Stranger.python.run([
                "-c",
                """
                import fcntl, sys
                file = open(sys.argv[1], "r+")
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    print("held by", file.read().strip())
                """, path + ".lock",
            ])
            #expect(seen == "held by \(getpid())\n")
            withExtendedLifetime(lock) {}
        }
    }

    @Test("is free again when its process is killed", .enabled(if: Stranger.python.isPresent))
    func freedByDeath() async throws {
        try await TemporaryFolder.use { folder in
            let path = folder.path("visits.db")
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                let lock = try PlanningLock.acquire(path)
                withExtendedLifetime(lock) { _ = kill(getpid(), SIGKILL) }
            }
            let lock = try PlanningLock.acquire(path)
            #expect(try folder.read("visits.db.lock") == Array("\(getpid())\n".utf8))
            withExtendedLifetime(lock) {}
        }
    }

    @Test("cannot be taken where its file cannot be")
    func noFolder() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("none/visits.db")
            #expect(throws: StoreError.cannotCreate(path: StoreFile(path).ownPath + ".lock")) {
                _ = try PlanningLock.acquire(path)
            }
        }
    }
}
