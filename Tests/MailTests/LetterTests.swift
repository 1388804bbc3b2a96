// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Testing

@testable import Mail

@Suite struct `A letter` {
    private func letter(_ subject: String, _ text: String = "Hoi.") throws -> String {
        let letter = Letter(
            id: "a1/b=2\r\nBcc", from: try MailAddress("post@rondom.example"),
            to: try MailAddress("lezer@post.example"), subject: try .line(subject), text: try .paragraphs(text),
            date: Moment("2026-11-23", hour: 9, minute: 5))
        return String(decoding: letter.bytes, as: UTF8.self)
    }

    @Test func `is written as mail is`() throws {
        #expect(
            try letter("Nieuws", "Een.\n\n.Twee.") == """
                Date: Mon, 23 Nov 2026 08:05:00 +0000\r
                From: <post@rondom.example>\r
                To: <lezer@post.example>\r
                Message-ID: <a1b2Bcc@rondom.example>\r
                Subject: Nieuws\r
                Auto-Submitted: auto-generated\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: 7bit\r
                \r
                Een.\r
                \r
                .Twee.\r

                """)
    }

    @Test(arguments: ["Één voor jou", "مرحبا", "=?UTF-8?Q?x?=", String(repeating: "Zoë en Ömer 👩‍👩‍👧 ", count: 6) + "."])
    func `has a subject in any script, in words of at most 75 characters`(subject: String) throws {
        let lines = try letter(subject).components(separatedBy: "\r\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
        let words = [String(lines[first].dropFirst(9))] + lines[(first + 1)...].prefix { $0.hasPrefix(" ") }
        let decoded = try words.map { word in
            let word = word.trimmingCharacters(in: .whitespaces)
            #expect(word.utf8.count <= 75)
            let base = try #require(word.wholeMatch(of: /=\?UTF-8\?B\?(.*)\?=/)?.1)
            return try #require(Data(base64Encoded: String(base)).flatMap { String(data: $0, encoding: .utf8) })
        }
        #expect(decoded.joined() == subject)
    }

    @Test(arguments: ["Een\r\nBcc: ander@post.example", "Een\nTwee", "Een\u{0}", "Een\u{2028}Twee"])
    func `takes no subject with another header in it`(subject: String) {
        #expect(throws: PlainText.Refusal.self) { try letter(subject) }
    }

    @Test func `has a text in any script`() throws {
        let text = "Één.\n\n" + String(repeating: "ج", count: 500)
        let lines = try letter("x", text).components(separatedBy: "\r\n")
        #expect(lines.contains("Content-Transfer-Encoding: base64"))
        let body = lines.drop { !$0.isEmpty }
        #expect(body.allSatisfy { $0.utf8.count <= 76 })
        let opened = try #require(Data(base64Encoded: body.joined()))
        #expect(String(decoding: opened, as: UTF8.self) == text.replacing("\n", with: "\r\n"))
    }
}

@Suite struct `What a server answered` {
    @Test(arguments: [
        (250, Delivery.Stage.letter, Delivery.delivered), (354, .letter, .later(354)), (250, .recipient, .later(250)),
        (250, .sender, .later(250)), (0, .sender, .later(nil)), (451, .recipient, .later(451)),
        (421, .letter, .later(421)), (550, .recipient, .refused(550)), (554, .letter, .refused(554)),
        // A no to ourselves is nobody else's fault.
        (535, .sender, .later(535)), (550, .sender, .later(550)), (554, .sender, .later(554)),
    ])
    func `decides what becomes of a letter`(answer: Int, stage: Delivery.Stage, delivery: Delivery) {
        #expect(Delivery(answer: answer, at: stage) == delivery)
    }
}

@Suite struct `A mail server` {
    @Test(arguments: [
        ("smtp://mail.example", 587, MailServer.Line.startTLS), ("smtp://mail.example:25", 25, .startTLS),
        ("smtps://mail.example", 465, .tls), ("smtps://mail.example:10465/", 10_465, .tls),
    ])
    func `is told by its address`(address: String, port: Int, line: MailServer.Line) throws {
        let server = try #require(MailServer(address))
        #expect(server.host == "mail.example" && server.port == port && server.line == line)
    }

    @Test(arguments: [
        "", "mail.example", "http://mail.example", "smtp://", "smtp://user:geheim@mail.example",
        "smtp://mail.example/x",
        "smtp://mail.example:0", "smtp://mail.example?x", "smtp://mail.example:99999",
    ])
    func `is none by another address`(address: String) { #expect(MailServer(address) == nil) }

    @Test func `gets no password over an open line`() {
        let login = MailServer.Login(user: "u", password: "p")
        #expect(MailServer("smtp://localhost", withoutTLS: true, login: login) == nil)
        #expect(MailServer("smtps://localhost", withoutTLS: true) == nil)
        #expect(MailServer("smtp://localhost", withoutTLS: true)?.line == .plain)
    }
}
