// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

extension HouseRule {
    /// Who makes keys, and that nobody forges one.
    static let keys = [oneKeyMaker, keysUncoded]

    private static let oneKeyMaker = HouseRule(
        "keys to a dossier are made in one file, Access's own",
        broken: [
            [SourceFile("Sources/Family/Circle/Store/Circle.swift", "let key = DossierKey(family)")],
            [
                SourceFile("Sources/Family/Access/Store/A.swift", "let key = DossierKey(family)"),
                SourceFile("Sources/Family/Access/Store/B.swift", "let keys = DossierKeys.init(families)"),
            ],
        ],
        kept: [
            SourceFile("Sources/Family/Access/Store/Policy.swift", "let key = DossierKey(family)"),
            SourceFile("Sources/Family/Circle/Store/Circle.swift", "func members(_ key: borrowing DossierKey) {}"),
        ]
    ) { (files: [SourceFile]) in
        let makers = files.filter { file in
            file.code.contains { $0.contains(/\bDossierKeys?(\(|\.init\b)/) }
        }
        let elsewhere = makers.filter { !$0.lies(in: "Sources/Family/Access") }
        return (makers.count > 1 ? makers : elsewhere).map { $0.found("makes keys to a dossier", line: 1) }
    }

    private static let keysUncoded = HouseRule(
        "no key and no permit can be decoded out of bytes",
        broken: [
            "struct DossierKey: Codable {}", "extension DossierKey: Sendable, Decodable {}",
            "struct Permit<Subject>: Hashable, Codable {}", "package struct PartKey: Decodable {}",
        ].map { SourceFile("Sources/Family/Access/Store/Policy.swift", $0) },
        kept: [
            SourceFile("Sources/Family/Access/Store/Policy.swift", "struct DossierKey: ~Copyable {}"),
            SourceFile("Sources/Site/Session.swift", "struct Cookie: Codable {}"),
        ]
    ) { file in
        file.found("a key that can be decoded", in: file.code) {
            $0.contains(/\b(DossierKeys?|PartKey|Permit)\b[^:{]*:[^{]*\b(Codable|Decodable)\b/)
        }
    }
}
