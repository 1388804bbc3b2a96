// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import TestClient
import Testing

@Suite struct `A form about a family` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    private func answer(
        _ person: String = "aylin", site: String = "same-origin", type: String = "application/x-www-form-urlencoded",
        _ body: (OpenForm) -> [UInt8]
    ) async throws -> Answer {
        let web = try await WebTown.toRead
        let path = try web.conversation(Self.talk)
        let browser = try await web.browser(of: person)
        let open = try await OpenForm(browser, path)
        let before = try await web.traces("de-wit-yildiz").messages
        let answer = try await browser.post(path + "/messages", bytes: body(open), site: site, type: type)
        #expect(try await web.traces("de-wit-yildiz").messages == before)
        return answer
    }

    @Test func `is refused without its token, and with another's`() async throws {
        let web = try await WebTown.toRead
        let joost = try #require(try await web.browser(of: "joost").get("/account").token)
        for token in ["", joost, "x", joost + "x", "."] {
            let refused = try await answer { open in
                Array(form(["token": token, "form": open.form, "message": "Hoi"]).utf8)
            }
            #expect(refused.status == .forbidden)
        }
        let bare = try await answer { Array(form(["form": $0.form, "message": "Hoi"]).utf8) }
        #expect(bare.status == .forbidden)
    }

    @Test func `is refused once its maker signed out, for whoever signs in then`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let browser = try await web.browser(of: "aylin")
        let open = try await OpenForm(browser, path)
        _ = try await browser.post("/session/end", form(["token": open.token]))
        try await web.signIn("joost", in: browser)
        let before = try await web.traces("de-wit-yildiz").messages
        #expect(try await browser.post(path + "/messages", open.body(["message": "Hoi"])).status == .forbidden)
        #expect(try await web.traces("de-wit-yildiz").messages == before)
    }

    @Test(arguments: ["cross-site", "same-site"])
    func `is refused from another site`(site: String) async throws {
        #expect(try await answer(site: site) { Array($0.body(["message": "Hoi"]).utf8) }.status == .forbidden)
    }

    @Test(arguments: ["text/plain", "multipart/mixed; boundary=x", "application/json", ""])
    func `of another type is refused`(type: String) async throws {
        #expect(
            try await answer(type: type) { Array($0.body(["message": "Hoi"]).utf8) }.status == .unsupportedMediaType)
    }

    @Test func `is read up to a limit`() async throws {
        let text = String(repeating: "a", count: 300_000)
        #expect(try await answer { Array($0.body(["message": text]).utf8) }.status == .contentTooLarge)
    }

    @Test(arguments: ["%", "%4", "%ZZ", "%FF", "%00", "%C3%28", "%ED%A0%80", "%F4%90%80%80"])
    func `that no browser sends is refused`(tail: String) async throws {
        #expect(try await answer { Array(($0.body(["message": "Hoi"]) + tail).utf8) }.status == .badRequest)
    }

    @Test func `with bytes that are no text is refused`() async throws {
        #expect(try await answer { Array($0.body(["message": "Hoi"]).utf8) + [0xFF, 0xFE] }.status == .badRequest)
    }

    @Test func `with more fields than any of ours is refused`() async throws {
        let many = String(repeating: "&a=b", count: 600)
        #expect(try await answer { Array(($0.body(["message": "Hoi"]) + many).utf8) }.status == .badRequest)
    }

    @Test(arguments: ["", "x", "' OR 1=1"])
    func `without its own name is refused`(name: String) async throws {
        let refused = try await answer { Array(form(["token": $0.token, "form": name, "message": "Hoi"]).utf8) }
        #expect(refused.status == .badRequest)
    }

    @Test func `is not answered to another method`() async throws {
        let web = try await WebTown.toRead
        let path = try web.conversation(Self.talk) + "/messages"
        let browser = try await web.browser(of: "aylin")
        for method in [HTTPRequest.Method.put, .delete, .patch] {
            #expect([404, 405].contains(try await browser.send(method, path).status.code))
        }
    }

    /// A form's name is the sender's own: somebody else's is not taken for theirs.
    @Test func `does not run into another's of the same name`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let joost = try await web.browser(of: "joost")
        let open = try await OpenForm(aylin, path)
        #expect(try await aylin.post(path + "/messages", open.body(["message": "Van Aylin"])).status == .seeOther)
        let token = try #require(try await joost.get(path).token)
        let same = form(["token": token, "form": open.form, "message": "Van Joost"])
        #expect(try await joost.post(path + "/messages", same).location == path + "#m15")
    }
}

@Suite struct `A message whose session is over` {
    private static let talk = "de-wit-yildiz/noor-op-school"
    private static let text = "Een <lang> verhaal & 'meer'."

    @Test func `is filled in again after signing in, once`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let browser = try await web.browser(of: "aylin")
        let open = try await OpenForm(browser, path)
        let before = try await web.traces("de-wit-yildiz").messages
        web.clock.wait(.hours(2))
        let sent = try await browser.post(path + "/messages", open.body(["message": Self.text]))
        #expect(sent.status == .seeOther)
        #expect(sent.location == "/sign-in?back=" + path.replacing("/", with: "%2F"))
        try await web.signIn("aylin", in: browser)
        let page = try await browser.get(path)
        #expect(page.text.contains("&lt;lang&gt; verhaal &amp;"))
        #expect(page.shown.contains("Je tekst is er nog"))
        #expect(try await web.traces("de-wit-yildiz").messages == before)
        #expect(try await !browser.get(path).text.contains("&lt;lang&gt;"))
    }

    @Test func `is nobody else's to see`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let browser = try await web.browser(of: "aylin")
        let open = try await OpenForm(browser, path)
        web.clock.wait(.hours(2))
        _ = try await browser.post(path + "/messages", open.body(["message": Self.text]))
        try await web.signIn("joost", in: browser)
        #expect(try await !browser.get(path).text.contains("&lt;lang&gt;"))
    }

    @Test func `that would start a conversation is filled in again, too`() async throws {
        let web = try await WebTown()
        let path = try web.conversations("de-wit-yildiz")
        let browser = try await web.browser(of: "aylin")
        let open = try await OpenForm(browser, path + "/new")
        let sanne = try web.filled.account("sanne").text
        web.clock.wait(.hours(2))
        let hidden = open.page.field("page").map { form(["page": $0]) + "&" } ?? ""
        let sent = try await browser.post(
            path, hidden + open.body(["to": sanne, "subject": "Over de bril", "message": Self.text]))
        #expect(sent.location == "/sign-in?back=" + (path + "/new").replacing("/", with: "%2F"))
        try await web.signIn("aylin", in: browser)
        let page = try await browser.get(path + "/new")
        #expect(page.text.contains("&lt;lang&gt; verhaal &amp;"))
        #expect(page.text.contains("Over de bril"))
        #expect(page.text.contains("value=\"\(sanne)\" checked"))
    }
}
