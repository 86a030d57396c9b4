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
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
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
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
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
        // Floor 0: values, invariants, civil time.
        room("VisitModel", []),

        // Floor 1: rooms, each over VisitModel alone.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        room("VisitImport", ["VisitModel", "CZlib"]),
        room("VisitStore", ["VisitModel", grdb, crypto]),
        room("VisitRules", ["VisitModel", yams]),
        room("VisitTravel", ["VisitModel"]),
        room("VisitSolver", ["VisitModel"]),
        room("VisitCalendar", ["VisitModel"]),
        room("VisitReports", ["VisitModel", "CZlib", mustache]),

        // Floor 2: the corridor.
        room(
            "VisitPlanning",
            [
                "VisitModel", "VisitImport", "VisitStore", "VisitRules", "VisitTravel", "VisitSolver",
                "VisitCalendar", "VisitReports", logging,
            ]),

        // Floor 3: the faces.
        room(
            "VisitService",
            [
                "VisitModel", "VisitReports", "VisitPlanning", logging, hummingbird, hummingbirdCore, httpTypes,
                nioCore, nioHTTPTypes, nioPosix, lifecycle, signals, configuration,
            ]),
        room(
            "VisitCommands",
            [
                "VisitModel", "VisitStore", "VisitRules", "VisitTravel", "VisitSolver", "VisitCalendar",
                "VisitReports", "VisitPlanning", arguments, logging,
            ]),

        // Roof: the doors.
        door("visitd", ["VisitService"]),
        door("visitctl", ["VisitCommands"]),
        door("visitbench", ["VisitCommands"]),

        .target(
            name: "VisitTestSupport", dependencies: ["VisitModel"], path: "Tests/VisitTestSupport",
            swiftSettings: house),
        tests("ArchitectureTests", []),
        tests("VisitModelTests", []),
        tests("VisitImportTests", ["VisitImport"], files: ["Fixtures", "Golden"]),
        tests("VisitStoreTests", ["VisitStore"], files: ["Golden"]),
        tests("VisitRulesTests", ["VisitRules"], files: ["Fixtures", "Golden"]),
        tests("VisitTravelTests", ["VisitTravel"]),
        tests("VisitSolverTests", ["VisitSolver"], files: ["Fixtures", "Golden"]),
        tests("VisitCalendarTests", ["VisitCalendar"], files: ["Golden"]),
        tests("VisitReportsTests", ["VisitReports"], files: ["Golden"]),
        tests("VisitPlanningTests", ["VisitPlanning", "VisitReports", "VisitStore", "VisitSolver", "VisitTravel"]),
        tests(
            "VisitServiceTests",
            [
                "VisitService", "VisitReports", "VisitPlanning", hummingbird, hummingbirdCore, hummingbirdTesting,
                httpTypes, nioCore, nioEmbedded, nioHTTPTypes, nioPosix, lifecycle, logging,
            ]),
        tests("VisitCommandsTests", ["VisitCommands"]),
        tests("EndToEndTests", ["visitctl", "visitbench"]),
    ]
)
