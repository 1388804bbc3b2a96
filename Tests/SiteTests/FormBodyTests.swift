// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Testing

@testable import Site

@Suite struct `A form's body` {
    @Test func `gives fields by name`() throws {
        let form = try FormBody("text=Dag+allemaal%2C+%C3%A9%C3%A9n+%26&to=a&to=b&empty=&bare&&x=a=b".utf8)
        #expect(form.text("text") == "Dag allemaal, één &")
        #expect(form.texts("to") == ["a", "b"])
        #expect(form.text("empty") == "" && form.text("bare") == "" && form.text("absent") == "")
        #expect(form.text("x") == "a=b")
        #expect(try FormBody([]) == FormBody("".utf8))
    }

    @Test func `gives identifiers only where there are any`() throws {
        let form = try FormBody("a=0197c2f0-0000-7000-8000-000000000001&b=1%20OR%201=1&form=0197C2F0".utf8)
        #expect(form.id("a", Disc.self)?.text == "0197c2f0-0000-7000-8000-000000000001")
        #expect(form.id("b", Disc.self) == nil)
        #expect(form.form == nil)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%C3", "a=%FF", "a=%C0%AF", "a=%ED%A0%80", "a=%00", "%00=a", "a=b\0"])
    func `is refused when it is malformed`(body: String) {
        #expect(throws: Problem.malformed) { try FormBody(body.utf8) }
    }

    @Test func `is refused when it is not UTF-8 as it stands`() {
        #expect(throws: Problem.malformed) { try FormBody([97, 61, 0xFF]) }
    }

    @Test func `is refused with more fields than any form has`() {
        #expect(throws: Problem.malformed) { try FormBody(String(repeating: "a&", count: 501).utf8) }
    }

    @Test(arguments: [
        ("text/plain", Problem(.wrongType)), ("multipart/form-data; boundary=x", Problem(.wrongType)),
        ("", Problem(.wrongType)), ("application/x-www-form-urlencoded", Problem(.tooLarge)),
    ])
    func `is refused by type and size`(type: String, problem: Problem) async {
        let request = Request.post("/", body: "a=1234567890", type: type)
        await #expect(throws: problem) { try await FormBody.read(request, limit: 10) }
    }

    @Test func `is read with a charset named`() async throws {
        let request = Request.post("/", body: "a=1", type: "Application/X-WWW-Form-Urlencoded; charset=UTF-8")
        #expect(try await FormBody.read(request).text("a") == "1")
    }
}

@Suite struct `A form's origin` {
    private let csrf = CSRF(secret: Array(repeating: UInt8(7), count: 32))

    @Test func `is shown by a token of the session`() {
        let token = csrf.token(session: "a")
        #expect(csrf.accepts(token, session: "a"))
        #expect(!csrf.accepts(token, session: "b"))
        #expect(!CSRF(secret: Array(repeating: UInt8(8), count: 32)).accepts(token, session: "a"))
    }

    @Test(arguments: [nil, "", "x", "AAAA", "é", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="] as [String?])
    func `is not shown by anything else`(token: String?) {
        #expect(!csrf.accepts(token, session: "a"))
    }

    @Test(
        arguments: [
            ([:], true),
            (["Sec-Fetch-Site": "same-origin", "Origin": "null"], true),
            (["Sec-Fetch-Site": "none"], true),
            (["Sec-Fetch-Site": "cross-site"], false),
            (["Sec-Fetch-Site": "same-site"], false),
            (["Origin": "https://rondom.example"], true),
            (["Origin": "http://rondom.example"], true),
            (["Origin": "https://rondom.example.evil.example"], false),
            (["Origin": "https://evil.example"], false),
            (["Origin": "null"], true),
        ] as [([String: String], Bool)])
    func `is checked by what the browser says`(headers: [String: String], isOwn: Bool) {
        #expect(Request.post("/", body: "", headers: headers).comesFromOwnPage == isOwn)
    }
}
