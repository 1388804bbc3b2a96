// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@Suite struct `The Swift scanner` {
    @Test func `keeps code and drops texts and comments`() {
        let file = SourceFile(
            "A.swift", #"let a = "try! \(b("c")) x" // as! /* */"# + "\n/* one /* two */ fatalError( */ let d = 1")
        #expect(file.code[0].split(separator: " ") == ["let", "a", "=", "b(", ")"])
        #expect(!file.code.joined().contains("try!"))
        #expect(!file.code.joined().contains("as!"))
        #expect(!file.code.joined().contains("fatalError"))
        #expect(file.code[1].hasSuffix("let d = 1"))
        #expect(file.comments[0].contains("as!"))
        #expect(file.literals.map(\.text) == ["c", "try! \(SwiftScanner.hole) x"])
    }

    @Test func `knows raw and multi-line texts, and their lines`() {
        let file = SourceFile(
            "A.swift", "let a = #\"a \"quoted\" \\n\"#\nlet b = \"\"\"\n  <p>\\(x)</p>\n  \"\"\"\nlet c = \"d\\\"e\"")
        #expect(file.literals.map(\.line) == [1, 2, 5])
        #expect(file.literals[0].text == "a \"quoted\" \\n")
        #expect(file.literals[1].text.contains("<p>\(SwiftScanner.hole)</p>"))
        #expect(file.literals[2].text == "d\"e")
    }

    @Test func `finds where a declaration ends`() {
        let file = SourceFile(
            "A.swift",
            "struct A {\n  let a = \"\\(b) }\"\n  static let examples = [A()]\n  let c = [\n  1]\n}\nlet d = 1")
        #expect(file.declarations { $0.contains("struct") } == [1...6])
        #expect(file.declarations { $0.contains("examples") } == [3...3])
        #expect(file.declarations { $0.contains("let c") } == [4...5])
    }
}
