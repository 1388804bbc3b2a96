// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

extension HouseRule {
    /// What files, folders and types are called.
    static let names = [tellingNames]

    private static let tellingNames = HouseRule(
        "nothing bears a name that says nothing",
        broken: [
            SourceFile("Sources/Site/SessionManager.swift", ""),
            SourceFile("Sources/Family/Helpers/Plan.swift", ""),
            SourceFile("Sources/Site/Page.swift", "struct PageV2 {}"),
            SourceFile("Sources/Site/Page.swift", "enum NewPage {}"),
            SourceFile("Sources/Site/Page.swift", "protocol MailService {}"),
        ],
        kept: [
            SourceFile("Sources/Database/Database.swift", "final class Database {}"),
            SourceFile("Sources/Network/Directory/Rules/Service.swift", "struct Service {}"),
            SourceFile("Sources/Family/Journal/Rules/News.swift", "struct News {}"),
            SourceFile("Tests/Town/TownStaff.swift", "struct Helper {}"),
            SourceFile("Sources/Site/Base64.swift", "// struct CommonCore\nlet name = \"struct HelperImpl\""),
        ]
    ) { file in
        let path = file.path.split(separator: "/").map { String($0.prefix { $0 != "." }) }
        let places = path.filter(saysNothing).map { file.found("the name \($0)", line: 1) }
        let types = file.code.enumerated().flatMap { place, line in
            line.matches(of: /\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Z]\w*)/)
                .filter { !nouns.contains(String($0.1)) && saysNothing(String($0.1)) }
                .map { file.found("the name \($0.1)", line: place + 1) }
        }
        return places + types
    }

    /// Nouns of the field: what is on offer (*aanbod*), and who helps (*hulpverlener*).
    private static let nouns: Set<String> = ["Service", "Helper"]

    private static let emptyWords: Set<String> = [
        "Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Impl", "Base", "Core",
        "Common", "Extra", "Extras", "V2", "Misc",
    ]

    /// Whether a name holds one of the words that a file bears when it holds two ideas.
    private static func saysNothing(_ name: String) -> Bool {
        let words = name.matches(of: /[A-Z]+(?![a-z])[0-9]*|[A-Z][a-z0-9]*/).map { String($0.0) }
        let endsInService = words.count > 1 && ["Service", "Services"].contains(words.last)
        return endsInService || (words.count > 1 && words.first == "New") || words.contains(where: emptyWords.contains)
    }
}
