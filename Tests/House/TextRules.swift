// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

extension HouseRule {
    /// What people read, and where it stands.
    static let texts = [bothLanguages, textInWords, plainDutch, calmDutch]

    private static let words = "protocol CircleWords {}\n"

    private static let bothLanguages = HouseRule(
        "whatever Rondom says it says in Dutch and in English",
        broken: [
            [SourceFile("Sources/Family/Circle/Web/CircleWords.swift", words + "struct DutchCircle: CircleWords {}")],
            [SourceFile("Sources/Family/Plan/Web/PlanWords.swift", "protocol PlanWords {}")],
        ],
        kept: [
            SourceFile(
                "Sources/Family/Circle/Web/CircleWords.swift",
                words + "struct DutchCircle: CircleWords {}\nstruct EnglishCircle: Sendable, CircleWords {}"
            )
        ]
    ) { (files: [SourceFile]) in
        let declared = files.filter { $0.lies(in: "Sources") }.flatMap { file in
            file.code.joined(separator: "\n").matches(of: /\bprotocol\s+(\w+Words)\b/).map { (file, String($0.1)) }
        }
        let code = files.map { $0.code.joined(separator: "\n") }
        let spoken = Set(
            code.flatMap { $0.matches(of: /\b(Dutch|English)\w*\s*:([^{]*)\{/) }.flatMap { match in
                match.2.matches(of: /\w+Words\b/).map { "\(match.1) \($0.0)" }
            })
        return declared.flatMap { file, name in
            ["Dutch", "English"].filter { !spoken.contains("\($0) \(name)") }
                .map { file.found("\(name) lacks its \($0) type", line: 1) }
        }
    }

    private static let textInWords = HouseRule(
        "what people read stands in words files, not in pages",
        broken: [
            #"let html: HTML = "<h1>Jullie kring</h1>""#, #"let html: HTML = "<img alt=\"Een foto\">""#,
            #"Heading("Who looked")"#, #"let html: HTML = "<p>\(name) schreef</p>""#,
        ].map { SourceFile("Sources/Family/Circle/Web/CirclePage.swift", $0) },
        kept: [
            SourceFile(
                "Sources/Family/Circle/Web/CirclePage.swift",
                #"let html: HTML = "<h1 class=\"title\">\(words.title)&nbsp;· Rondom</h1>"; let type = "text/html""#
            ),
            SourceFile("Sources/Family/Circle/Web/CircleWords.swift", #"var title = "Jullie kring is groot""#),
            SourceFile("Sources/Site/Language/TimeWords.swift", "struct DutchTime {\n  let title = \"Te laat\"\n}"),
            SourceFile(
                "Sources/Site/Components/Button.swift",
                "struct Button {\n  static let examples = [\n    Button(\"Te laat\"), Button(\"Nu melden\")\n  ]\n}"
            ),
        ]
    ) { file in
        guard file.lies(in: "Web", "Sources/Site"), !file.isGenerated, !file.name.contains("Words") else { return [] }
        let exempt = file.declarations {
            $0.contains(/\bstatic (let|var) examples\b|\b(struct|enum|extension)\s+(Dutch|English)\w*/)
        }
        return file.literals.filter { literal in !exempt.contains { $0.contains(literal.line) } }
            .filter { readsAsText($0.text) }.map { file.found("text: \($0.text)", line: $0.line) }
    }

    /// Whether a literal shows letters between tags or in an attribute that is read out, or is a sentence itself.
    private static func readsAsText(_ literal: String) -> Bool {
        guard literal.contains(/<[a-zA-Z\/!]/) else { return literal.contains(/^[A-Z][a-z]+( [A-Za-z]+)+[.?!]?$/) }
        let readOut =
            literal.contains(
                /\b(alt|title|placeholder|aria-label)=\x22[^\x22]*[A-Za-z]{2,}[^\x22]* [^\x22]*\x22/)
            || literal.contains(/\b(alt|title|placeholder|aria-label)=\x22[A-Z][a-z]+/)
        let shown = literal.replacing(/<[^>]*>?|&#?\w+;/, with: " ").replacing("Rondom", with: "")
        return readOut || shown.contains(/[A-Za-z]{2,}/)
    }

    private static let plainDutch = HouseRule(
        "Dutch sentences have \(DutchSentence.longest) words at most, and \(DutchSentence.average) on average",
        broken: [
            [
                dutch(
                    "Een zin die maar niet ophoudt omdat de schrijver steeds weer een nieuw woord weet en er nog een bij doet."
                )
            ],
            [dutch("Deze zin heeft wel erg veel woorden voor iemand die snel even leest wat er staat.")],
        ],
        kept: [
            dutch("Wie keek mee? Hier zie je wie iets over jou las."),
            SourceFile(
                "Sources/Site/TimeWords.swift",
                "struct EnglishTime {\n  let a = \"\(String(repeating: "word ", count: 30))\"\n}"),
        ]
    ) { (files: [SourceFile]) in
        let sentences = files.filter { $0.lies(in: "Sources") }.flatMap([DutchSentence].init(in:))
        return DutchSentence.tooLong(sentences) + DutchSentence.tooLongOnAverage(sentences)
    }

    private static let calmDutch = HouseRule(
        "Dutch texts speak to people as people",
        broken: ["Helaas is dit niet gelukt.", "De cliënt schreef.", "Deze casus is gesloten."].map { [dutch($0)] },
        kept: [dutch("Dit is niet gelukt. Probeer het nog eens.")]
    ) { (files: [SourceFile]) in
        files.filter { $0.lies(in: "Sources") }.flatMap([DutchSentence].init(in:))
            .filter { $0.text.lowercased().contains(/\b(helaas|cliënt|cliënte|cliënten|client|casus|casussen)\b/) }
            .map { "\($0.place): \($0.text)" }
    }

    private static func dutch(_ text: String) -> SourceFile {
        SourceFile("Sources/Site/TimeWords.swift", "struct DutchTime: TimeWords {\n    let text = \"\(text)\"\n}")
    }
}
