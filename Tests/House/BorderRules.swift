// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

extension HouseRule {
    /// Who may know what: the compiler guards the modules, these guard what it does not see.
    static let borders = [webAtTheEdge, queriesInStore]

    private static let webAtTheEdge = HouseRule(
        "only Site, Web and Command know the web server",
        broken: [
            SourceFile("Sources/Family/Circle/Store/Circle.swift", "import Hummingbird"),
            SourceFile("Sources/Family/Circle/Rules/Circle.swift", "package import HummingbirdCore"),
        ],
        kept: [
            SourceFile("Sources/Family/Circle/Web/CirclePages.swift", "import Hummingbird"),
            SourceFile("Sources/Site/Page.swift", "import Hummingbird"),
            SourceFile("Sources/Command/Serve.swift", "import Hummingbird"),
            SourceFile("Tests/Site/PageTests.swift", "import Hummingbird"),
        ]
    ) { file in
        guard file.lies(in: "Sources"), !file.lies(in: "Web", "Sources/Site", "Sources/Command") else { return [] }
        return file.found("imports the web server", in: file.code) { $0.contains(/\bimport\s+Hummingbird/) }
    }

    private static let queriesInStore = HouseRule(
        "queries stand in Store and Database only",
        broken: [
            SourceFile("Sources/Family/Circle/Web/CirclePages.swift", "rows(\"SELECT id FROM member\")"),
            SourceFile("Sources/Command/Erase.swift", "execute(\"\"\"\n  DELETE FROM member\n  \"\"\")"),
            SourceFile("Sources/Family/Circle/Rules/Circle.swift", "let query: SQL"),
        ],
        kept: [
            SourceFile("Sources/Family/Circle/Store/Circle.swift", "rows(\"SELECT id FROM member\") as SQL"),
            SourceFile(
                "Sources/Family/Circle/Web/CirclePages.swift", "let text = \"<select>\" // SELECT id FROM member"),
        ]
    ) { file in
        guard file.lies(in: "Web", "Rules", "Sources/Site", "Sources/Command") else { return [] }
        let types = file.found("a query's type", in: file.code) { $0.contains(/\bSQL\b/) }
        let queries = file.literals.filter { $0.text.contains(/\b(SELECT|INSERT|UPDATE|DELETE)\s/) }
        return types + queries.map { file.found("a query", line: $0.line) }
    }
}
