// swift-tools-version:6.2
// SPDX-License-Identifier: EUPL-1.2

import PackageDescription

// MARK: The table of contents

/// The parts a feature can have; the same part of all features of a storey is one module.
enum Part: String, CaseIterable {
    case rules = "Rules"
    /// Codecs of messages from elsewhere: no network, no database.
    case exchange = "Exchange"
    case store = "Store"
    case web = "Web"
}

/// The storeys from the ground up, with their features and the parts each has.
///
/// A folder that is missing here is not built: the checks fail on it.
let storeys: KeyValuePairs<String, KeyValuePairs<String, [Part]>> = [
    "People": [
        "Accounts": [.rules, .store, .web],
        "Notices": [.rules, .store, .web],
        "Organisations": [.rules, .store, .web],
        "Promises": [.rules, .store],
    ],
    "Network": [
        "Outcomes": [.rules, .store]
    ],
    "Family": [
        "Access": [.rules, .store, .web],
        "Assignments": [.rules, .exchange, .store, .web],
        "CareReports": [.rules, .exchange, .store, .web],
        "Circle": [.rules, .exchange, .store, .web],
        "Closing": [.rules, .store, .web],
        "Consent": [.rules, .store, .web],
        "Consults": [.rules, .store, .web],
        "Conversations": [.rules, .store, .web],
        "Direction": [.rules, .store, .web],
        "Families": [.rules, .store, .web],
        "Emergency": [.rules, .store, .web],
        "Holding": [.rules, .store, .web],
        "Privacy": [.rules, .store, .web],
        "Safety": [.rules, .store, .web],
        "Handovers": [.rules, .store, .web],
        "Risks": [.rules, .store, .web],
        "Matches": [.rules, .store, .web],
        "Norms": [.rules, .web],
        "Journal": [.rules, .store, .web],
        "Plans": [.rules, .store, .web],
        "Meetings": [.rules, .store, .web],
        "Roles": [.rules, .store, .web],
        "Referrals": [.rules, .store, .web],
        "Provisions": [.rules, .store, .web],
        "Guests": [.rules, .store, .web],
        "Today": [.rules, .store, .web],
        "Stories": [.rules, .store, .web],
        "ContactNotes": [.rules, .store, .web],
        "Objections": [.rules, .store, .web],
        "FullCopies": [.rules, .store, .web],
        "Keeping": [.rules, .store, .web],
        "Deciding": [.rules, .store, .web],
    ],
]

// MARK: Who may import whom

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
    // Generic functions of one module are made for the types of another.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

/// What each module of a storey may import; a lower storey is reached through the same part or a lower one.
let imports: [String: [Target.Dependency]] = [
    "PeopleRules": ["Kernel", crypto],
    "NetworkRules": ["Kernel", "PeopleRules"],
    "PeopleStore": ["Kernel", "Database", "Mail", "PeopleRules", "CSodium", crypto],
    "FamilyRules": ["Kernel", "Files", "PeopleRules", "NetworkRules"],
    "FamilyExchange": ["Kernel", "FamilyRules", .product(name: "SwiftCSV", package: "SwiftCSV")],
    "NetworkStore": ["Kernel", "Database", "NetworkRules", "PeopleRules", "PeopleStore"],
    "FamilyStore": [
        "Kernel", "Files", "Database", "Mail", "PeopleRules", "NetworkRules", "FamilyRules", "PeopleStore",
        "NetworkStore",
    ],
    "PeopleWeb": ["Kernel", "Database", "Site", "WebAuthn", "PeopleRules", "PeopleStore", hummingbird],
    "FamilyWeb": [
        "Kernel", "Files", "Database", "Site", "PeopleRules", "NetworkRules", "FamilyRules", "PeopleStore",
        "NetworkStore",
        "FamilyExchange", "FamilyStore", "Paper", "PeopleWeb", hummingbird,
    ],
]

func modules(of storey: String, _ features: KeyValuePairs<String, [Part]>) -> [Target] {
    Part.allCases.filter { part in features.contains { $0.value.contains(part) } }.map { part in
        let folders = features.flatMap { feature in feature.value.map { "\(feature.key)/\($0.rawValue)" } }
        return .target(
            name: storey + part.rawValue,
            dependencies: imports[storey + part.rawValue] ?? [],
            path: "Sources/\(storey)",
            exclude: folders.filter { !$0.hasSuffix("/\(part.rawValue)") },
            sources: folders.filter { $0.hasSuffix("/\(part.rawValue)") },
            swiftSettings: settings
        )
    }
}

let ground: [Target] = [
    .target(name: "Kernel", swiftSettings: settings),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
        name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CFido2", pkgConfig: "libfido2", providers: [.apt(["libfido2-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "Files", dependencies: ["CZip"], swiftSettings: settings),
    .target(
        name: "Paper",
        dependencies: ["Kernel", "CPango", .product(name: "NIOPosix", package: "swift-nio")],
        swiftSettings: settings
    ),
    .target(
        name: "Database",
        dependencies: [
            "Kernel", "CPostgres", "CSQLite", crypto,
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
            .product(name: "NIOPosix", package: "swift-nio"),
        ],
        swiftSettings: settings
    ),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(
        name: "Mail",
        dependencies: ["Kernel", "CCurl", .product(name: "NIOPosix", package: "swift-nio")],
        swiftSettings: settings
    ),
    .target(name: "WebAuthn", dependencies: ["CFido2", crypto], swiftSettings: settings),
    .target(
        name: "Site",
        dependencies: [
            "Kernel", "CQRencode", hummingbird, crypto,
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        ],
        exclude: ["Assets/generate", "Assets/css", "Assets/js", "Assets/icon.svg", "Guide/generate"],
        swiftSettings: settings
    ),
]

let top: [Target] = [
    .target(
        name: "Town",
        dependencies: [
            "Kernel", "Database", "PeopleRules", "NetworkRules", "FamilyRules", "PeopleStore", "NetworkStore",
            "FamilyStore",
        ],
        path: "Tests/Town",
        swiftSettings: settings
    ),
    .executableTarget(
        name: "rondom",
        dependencies: [
            "Kernel", "Database", "Mail", "Paper", "Site", "PeopleRules", "NetworkRules", "FamilyRules", "PeopleStore",
            "NetworkStore", "FamilyExchange", "FamilyStore", "PeopleWeb", "FamilyWeb", "Town", hummingbird,
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "NIOCore", package: "swift-nio"),
            crypto,
        ],
        path: "Sources/Command",
        swiftSettings: settings
    ),
    .executableTarget(
        name: "BenchmarkTown",
        dependencies: [
            "Kernel", "Database", "PeopleRules", "FamilyRules", "PeopleStore", "NetworkStore", "FamilyStore", "Town",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        path: "Benchmarks/Town",
        swiftSettings: settings
    ),
]

// One block a target; the same names as the modules they test.
let tests: [Target] = [
    .target(
        name: "TestDatabases",
        dependencies: ["Database", "CPostgres"],
        path: "Tests/TestDatabases",
        swiftSettings: settings
    ),
    .executableTarget(
        name: "DatabaseWriter",
        dependencies: ["Database"],
        path: "Tests/DatabaseWriter",
        swiftSettings: settings
    ),
    .target(
        name: "TestClient",
        dependencies: ["Kernel", "Site", hummingbird],
        path: "Tests/TestClient",
        swiftSettings: settings
    ),
    .target(
        name: "TestMail",
        dependencies: ["TestDatabases"],
        path: "Tests/TestMail",
        exclude: ["requirements.txt", "sink.py"],
        swiftSettings: settings
    ),
    .testTarget(
        name: "MailTests",
        dependencies: ["Kernel", "Mail", "TestMail"],
        path: "Tests/MailTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "DatabaseTests",
        dependencies: ["Kernel", "Database", "DatabaseWriter", "TestDatabases"],
        path: "Tests/DatabaseTests",
        swiftSettings: settings
    ),
    .executableTarget(
        name: "VaultCrash",
        dependencies: ["Kernel", "Database"],
        path: "Tests/VaultCrash",
        swiftSettings: settings
    ),
    .testTarget(
        name: "VaultTests",
        dependencies: ["Kernel", "Database", "VaultCrash", crypto],
        path: "Tests/VaultTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "SiteTests",
        dependencies: [
            "Kernel", "Site", "TestFiles", hummingbird, .product(name: "NIOEmbedded", package: "swift-nio"),
        ],
        path: "Tests/SiteTests",
        exclude: ["Snapshots"],
        swiftSettings: settings
    ),
    .target(
        name: "TestFiles",
        dependencies: [],
        path: "Tests/TestFiles",
        exclude: ["StufJeugdzorg"],
        swiftSettings: settings
    ),
    .testTarget(
        name: "FilesTests",
        dependencies: ["Files", "TestFiles"],
        path: "Tests/FilesTests",
        swiftSettings: settings
    ),
    .target(
        name: "TestPaper",
        dependencies: [],
        path: "Tests/TestPaper",
        swiftSettings: settings
    ),
    .testTarget(
        name: "PaperTests",
        dependencies: ["Kernel", "Paper", "TestPaper"],
        path: "Tests/PaperTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "KernelTests",
        dependencies: ["Kernel"],
        path: "Tests/KernelTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "PeopleRulesTests",
        dependencies: ["Kernel", "PeopleRules"],
        path: "Tests/PeopleRulesTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "PeopleStoreTests",
        dependencies: ["Kernel", "Database", "Mail", "PeopleRules", "PeopleStore", "TestDatabases"],
        path: "Tests/PeopleStoreTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "PeopleWebTests",
        dependencies: [
            "Kernel", "Database", "Mail", "Site", "WebAuthn", "PeopleRules", "PeopleStore", "PeopleWeb",
            "TestDatabases",
            "TestClient", hummingbird, crypto,
        ],
        path: "Tests/PeopleWebTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "NetworkTests",
        dependencies: [
            "Kernel", "Database", "PeopleRules", "PeopleStore", "NetworkRules", "NetworkStore", "TestDatabases",
        ],
        path: "Tests/NetworkTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "TownTests",
        dependencies: ["Kernel", "Town"],
        path: "Tests/TownTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "FamilyRulesTests",
        dependencies: ["Kernel", "PeopleRules", "NetworkRules", "FamilyRules", "FamilyExchange", "TestFiles"],
        path: "Tests/FamilyRulesTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "FamilyStoreTests",
        dependencies: [
            "Kernel", "Database", "Mail", "PeopleRules", "PeopleStore", "FamilyRules", "FamilyStore", "Town",
            "TestDatabases",
        ],
        path: "Tests/FamilyStoreTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "CommandTests",
        dependencies: [
            "Kernel", "Database", "PeopleRules", "PeopleStore", "NetworkStore", "FamilyRules", "FamilyStore", "Town",
            "TestDatabases", "TestFiles", "TestMail", "rondom",
        ],
        path: "Tests/CommandTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "FamilyWebTests",
        dependencies: [
            "Kernel", "Database", "Mail", "Site", "PeopleRules", "FamilyRules", "PeopleStore", "NetworkStore",
            "FamilyStore",
            "PeopleWeb", "FamilyWeb", "Files", "Paper", "Town", "TestDatabases", "TestClient", "TestFiles", "TestMail",
            "TestPaper",
            hummingbird,
        ],
        path: "Tests/FamilyWebTests",
        exclude: ["Snapshots"],
        swiftSettings: settings
    ),
    .testTarget(
        name: "HouseTests",
        dependencies: [],
        path: "Tests/House",
        swiftSettings: settings
    ),
]

let package = Package(
    name: "rondom",
    products: [.executable(name: "rondom", targets: ["rondom"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: ground + storeys.flatMap { modules(of: $0.key, $0.value) } + top + tests
)
