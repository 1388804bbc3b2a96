// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@Suite struct `Plain text` {
    @Test(arguments: [
        ("  Hoi \n", "Hoi"), ("Een\r\ntwee\rdrie\nvier", "Een\ntwee\ndrie\nvier"), ("<b>'; DROP", "<b>'; DROP"),
        ("👩‍👧 en 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍👧 en 🏴󠁧󠁢󠁥󠁮󠁧󠁿"), ("سلام", "سلام"), ("می‌خواهم", "می‌خواهم"), ("Zoë", "Zoë"),
        ("\u{0A}\u{A0}kort\u{2003}", "kort"),
    ])
    func `keeps what was typed, without spaces around it`(typed: String, kept: String) throws {
        #expect(try PlainText.paragraphs(typed).text == kept)
    }

    @Test(arguments: ["", " ", "\r\n\r\n", "\u{A0}\u{2003}"])
    func `is not empty`(typed: String) {
        #expect(throws: PlainText.Refusal.empty) { try PlainText.paragraphs(typed) }
    }

    @Test(arguments: [
        "a\u{0}b", "a\u{7}b", "a\tb", "a\u{1B}[31mb", "a\u{7F}b", "a\u{85}b", "a\u{202E}b", "a\u{2066}b", "a\u{200B}b",
        "a\u{200E}b", "a\u{61C}b", "a\u{FEFF}b", "a\u{FFF9}b", "a\u{FFFE}b", "a\u{E0001}b", "a\u{2060}b",
    ])
    func `holds nothing that can't be seen`(typed: String) {
        #expect(throws: PlainText.Refusal.unprintable) { try PlainText.paragraphs(typed) }
    }

    @Test func `is as long as it may be, and no longer`() throws {
        #expect(try PlainText.line(String(repeating: "é", count: 5), limit: 5).text.count == 5)
        #expect(throws: PlainText.Refusal.tooLong(limit: 5)) {
            try PlainText.line(String(repeating: "é", count: 6), limit: 5)
        }
    }

    @Test func `is too long when one letter carries a thousand accents`() {
        #expect(throws: PlainText.Refusal.tooLong(limit: 5)) {
            try PlainText.line("e" + String(repeating: "\u{301}", count: 1_000), limit: 5)
        }
    }

    @Test(arguments: ["Een\ntwee", "Een\r\ntwee", "Een\rtwee", "Een\u{2028}twee"])
    func `of one line has one line`(typed: String) {
        #expect(throws: PlainText.Refusal.unprintable) { try PlainText.line(typed) }
    }
}
