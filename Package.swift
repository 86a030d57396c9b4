// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same standard: warnings are errors, existentials are spelled, and a member is
/// visible only where its module is imported.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func door(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

/// Goldens and fixtures are read where they stand, beside the tests.
func tests(_ name: String, _ dependencies: [Target.Dependency], files: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["VisitTestSupport", "VisitModel"], exclude: files,
        swiftSettings: house)
}

let package = Package(
    name: "visitd",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "visitd", targets: ["visitd"]),
        .executable(name: "visitctl", targets: ["visitctl"]),
        .executable(name: "visitbench", targets: ["visitbench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: [.defaults, "YAML", "CommandLineArguments"]),
    ],
    targets: [
        // Floor 0: values, invariants, civil time, the life of a visit; JSON, archives, digests. No input or output, no clock.
        room("VisitModel", []),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // A digest is all that is wanted of it: to compile a library of cryptography took a third of a first build.
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        room("VisitFormats", ["CZlib", "COpenSSL"]),

        // Floor 1: each turns one named value into the next, and knows floor 0 alone.
        room("VisitImport", ["VisitModel", "VisitFormats"]),
        room("VisitStore", ["VisitModel", "VisitFormats", grdb]),
        room("VisitRules", ["VisitModel", "VisitFormats", yams]),
        room("VisitTravel", ["VisitModel"]),
        room("VisitSolver", ["VisitModel", "VisitFormats"]),
        room("VisitCalendar", ["VisitModel"]),
        room("VisitReports", ["VisitModel", "VisitFormats", mustache]),

        // Floor 2: the register, the rules and the ways become a plan. No store, no file, no process, no clock.
        room("VisitPlanning", ["VisitModel", "VisitRules", "VisitTravel", "VisitSolver"]),
        // Apart from planning, and not known to it: whether visits hold for people.
        room("VisitJudge", ["VisitModel", "VisitRules", "VisitTravel"]),

        // Floor 3: what people do, a file for each; transactions, publishing, messages.
        room(
            "VisitApplication",
            [
                "VisitModel", "VisitFormats", "VisitImport", "VisitStore", "VisitRules", "VisitTravel",
                "VisitCalendar", "VisitReports", "VisitPlanning", "VisitJudge",
            ]),

        // Floor 4: the command line; benchmarks and made-up worlds.
        room(
            "VisitCommands",
            [
                "VisitModel", "VisitFormats", "VisitStore", "VisitRules", "VisitSolver", "VisitCalendar",
                "VisitReports", "VisitPlanning", "VisitApplication", arguments,
            ]),
        room(
            "VisitBench",
            [
                "VisitModel", "VisitFormats", "VisitStore", "VisitRules", "VisitTravel", "VisitSolver",
                "VisitCalendar", "VisitPlanning", "VisitJudge", "VisitApplication", arguments,
            ]),

        // Floor 5: HTTP, access, the life of the process.
        room(
            "VisitService",
            [
                "VisitModel", "VisitFormats", "VisitReports", "VisitPlanning", "VisitApplication", logging,
                hummingbird, hummingbirdCore, httpTypes, nioCore, nioHTTPTypes, nioPosix, lifecycle, signals,
                configuration,
            ]),

        // Roof: the doors.
        door("visitd", ["VisitService", "VisitApplication"]),
        door("visitctl", ["VisitCommands"]),
        door("visitbench", ["VisitBench"]),

        .target(
            name: "VisitTestSupport", dependencies: ["VisitModel", "VisitFormats"], path: "Tests/VisitTestSupport",
            swiftSettings: house),
        tests("ArchitectureTests", []),
        tests("VisitModelTests", []),
        tests("VisitFormatsTests", ["VisitFormats"]),
        tests("VisitImportTests", ["VisitImport"], files: ["Fixtures", "Golden"]),
        tests("VisitStoreTests", ["VisitStore", "VisitFormats", grdb], files: ["Fixtures", "Golden"]),
        tests("VisitRulesTests", ["VisitRules"], files: ["Fixtures", "Golden", "Law"]),
        tests("VisitTravelTests", ["VisitTravel"]),
        tests("VisitSolverTests", ["VisitSolver", "VisitFormats"], files: ["Fixtures", "Golden"]),
        tests("VisitCalendarTests", ["VisitCalendar"], files: ["Golden"]),
        tests("VisitReportsTests", ["VisitReports", "VisitFormats"], files: ["Golden"]),
        tests("VisitPlanningTests", ["VisitPlanning", "VisitRules", "VisitSolver", "VisitTravel"]),
        tests("VisitJudgeTests", ["VisitJudge", "VisitRules", "VisitTravel"]),
        tests(
            "VisitApplicationTests",
            ["VisitApplication", "VisitPlanning", "VisitReports", "VisitStore", "VisitTravel"]),
        tests(
            "VisitServiceTests",
            [
                "VisitService", "VisitApplication", "VisitFormats", "VisitReports", "VisitPlanning", hummingbird,
                hummingbirdTesting, httpTypes, nioCore, nioEmbedded, nioHTTPTypes, nioPosix, lifecycle, logging,
            ], files: ["Golden"]),
        tests("VisitBenchTests", ["VisitBench", "VisitJudge", "VisitRules"], files: ["Golden"]),
        tests("EndToEndTests", ["visitctl", "visitbench"]),
    ]
)
