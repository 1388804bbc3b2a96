// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

extension HouseRule {
    /// What a program on which families rely does not do.
    static let dangers = [noSuddenDeath, nothingLeftToDo, clockHandedIn]

    private static let noSuddenDeath = HouseRule(
        "nothing forces its way or stops the program",
        broken: ["try! read()", "value as! Page", "fatalError(\"x\")", "unsafeBitCast(key, to: Forged.self)"]
            .map { SourceFile("Sources/Site/Page.swift", "let page = \($0)") },
        kept: [
            SourceFile("Sources/Site/Page.swift", "let page = try? read() as? Page // never try! or fatalError("),
            SourceFile("Sources/Site/Page.swift", "let text = \"try!\""),
            SourceFile("Sources/Database/SQLite/Statement.swift", "unsafeBitCast(-1, to: destructor.self)"),
        ]
    ) { file in
        // SQLite's marker for "copy this value" is a macro that casts a number, which Swift doesn't import.
        let isSQLite = file.lies(in: "Sources/Database/SQLite")
        return file.found("a forced way, or a sudden end", in: file.code) {
            $0.contains(/\btry!|\bas!|\bfatalError\(/) || !isSQLite && $0.contains("unsafeBitCast")
        }
    }

    private static let nothingLeftToDo = HouseRule(
        "no comment puts off work",
        broken: ["// TODO: escape", "/* FIXME */", "/// XXX"].map { SourceFile("Sources/Site/Page.swift", $0) },
        kept: [SourceFile("Sources/Site/Page.swift", "let word = \"TODO\" // a word")]
    ) { file in
        file.found("work put off", in: file.comments) { $0.contains(/\b(TODO|FIXME|XXX|HACK)\b/) }
    }

    private static let clockHandedIn = HouseRule(
        "only the kernel looks at the machine's clock; everybody else is told the time",
        broken: ["Date()", "Date.now", "Moment(Date.now)"]
            .map { SourceFile("Sources/Family/Circle/Web/CirclePages.swift", "let now = \($0)") },
        kept: [
            SourceFile("Sources/Kernel/Moment.swift", "let now = Date()"),
            SourceFile("Tests/Kernel/MomentTests.swift", "let now = Date()"),
            SourceFile("Sources/Family/Circle/Web/CirclePages.swift", "let day = visit.today // not Date()"),
        ]
    ) { file in
        guard file.lies(in: "Sources"), !file.lies(in: "Sources/Kernel") else { return [] }
        return file.found("a look at the machine's clock", in: file.code) { $0.contains(/\bDate\(\)|\bDate\.now\b/) }
    }
}
