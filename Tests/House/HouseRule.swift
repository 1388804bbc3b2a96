// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

/// A rule that all source files keep, with examples of files that break it and files that keep it.
struct HouseRule: Sendable, CustomTestStringConvertible {
    let sentence: String
    /// What is wrong in these files, one line each.
    let findings: @Sendable ([SourceFile]) -> [String]
    /// Files, or groups of files, of which each breaks the rule.
    let broken: [[SourceFile]]
    let kept: [SourceFile]

    var testDescription: String { sentence }

    /// A rule that looks at one file at a time.
    init(
        _ sentence: String, broken: [SourceFile], kept: [SourceFile],
        of one: @escaping @Sendable (SourceFile) -> [String]
    ) {
        self.init(sentence, broken: broken.map { [$0] }, kept: kept, ofAll: { $0.flatMap(one) })
    }

    /// A rule that compares files with each other.
    init(
        _ sentence: String, broken: [[SourceFile]], kept: [SourceFile],
        ofAll findings: @escaping @Sendable ([SourceFile]) -> [String]
    ) {
        self.sentence = sentence
        self.broken = broken
        self.kept = kept
        self.findings = findings
    }

    static let all = shape + names + dangers + borders + keys + texts
}

@Suite struct `The house rules` {
    @Test(arguments: HouseRule.all)
    func `hold in every source file`(rule: HouseRule) {
        let findings = rule.findings(SourceFile.all)
        #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
    }

    @Test(arguments: HouseRule.all)
    func `are seen to fail, and only where they should`(rule: HouseRule) {
        for files in rule.broken {
            #expect(!rule.findings(files).isEmpty, "\(files.map(\.lines))")
        }
        #expect(rule.findings(rule.kept) == [])
    }

    @Test func `look at the whole project`() {
        let paths = Set(SourceFile.all.map(\.path))
        #expect(paths.isSuperset(of: ["Sources/Kernel/Day.swift", "Tests/House/HouseRule.swift"]))
    }
}
