// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Site
import TestClient
import Testing

@Suite struct `Every answer` {
    private static let headers = [
        "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    ]

    private func expectSafe(_ answer: Answer, _ what: String) {
        for (name, value) in Self.headers { #expect(answer[name] == value, "\(what): \(name)") }
        let policy = answer["content-security-policy"] ?? ""
        #expect(policy.hasPrefix("default-src 'none'"), "\(what)")
        #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "\(what)")
        #expect(answer["permissions-policy"] != nil, "\(what)")
        #expect(answer["server"] == nil, "\(what)")
        if answer["content-type"]?.hasPrefix("text/html") == true {
            #expect(answer["cache-control"] == "no-store", "\(what)")
            #expect(!answer.text.contains(" style=") && !answer.text.contains("<script>"), "\(what)")
        }
    }

    @Test func `carries what the browser must refuse, also when something went wrong`() async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: "aylin")
        let talk = try web.conversation("de-wit-yildiz/noor-op-school")
        let paths = [
            "/", "/families", "/nowhere", "/access-log", "/account", "/demo", "/sign-in", "/accessibility",
            "/health/live", "/health/ready", "/metrics", "/storybook", "/.well-known/security.txt", "/assets/none.css",
            talk, talk + "/messages", "/families/x", "/%00", "/families/..%2f..", Assets.style.link.text,
        ]
        for path in paths {
            expectSafe(try await browser.get(path), path)
            expectSafe(try await web.browser().get(path), path)
            expectSafe(try await browser.send(.head, path), "HEAD \(path)")
            expectSafe(try await browser.post(path, ""), "POST \(path)")
            expectSafe(try await browser.post(path, "a=%", type: "text/plain"), "POST text \(path)")
            expectSafe(try await browser.send(.delete, path), "DELETE \(path)")
        }
    }

    @Test func `is never a failure of ours, whatever is asked`() async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: "aylin")
        let talk = try web.conversation("de-wit-yildiz/noor-op-school")
        let circle = try web.circle("de-wit-yildiz")
        let values = [
            "", "%00", "%", "%FF", "-1", "0", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "1e9", "'%20OR%201=1", "<script>", "2026-13-45", "0000-00-00", "9999-12-31", "0001-01-01", "%F0%9F%98%80",
        ]
        for value in values {
            for path in [
                "\(talk)?before=\(value)", "\(circle)/conversations?page=\(value)", "\(circle)/access?month=\(value)",
                "\(circle)/conversations/new?to=\(value)", "/families?page=\(value)", "/families/\(value)",
                "\(circle)/conversations/\(value)", "/demo?back=\(value)", "/sign-in?back=\(value)",
            ] {
                let answer = try await browser.get(path)
                #expect([200, 400, 404].contains(answer.status.code), "\(path): \(answer.status)")
            }
        }
        let officer = try await web.browser(of: "geert-jan")
        for value in values {
            let answer = try await officer.get("/access-log?before=\(value)")
            #expect(answer.status == .ok, "\(value): \(answer.status)")
        }
    }

    @Test func `sets no cookie where nothing is chosen`() async throws {
        let web = try await WebTown.toRead
        for browser in [web.browser(), try await web.browser(of: "aylin")] {
            for path in [
                Assets.style.link.text, Assets.script.link.text, Assets.icon.link.text, "/families", "/nowhere",
            ] {
                #expect(try await browser.get(path)["set-cookie"] == nil, "\(path)")
            }
        }
    }

    @Test func `to a question for the head alone has no body`() async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: "aylin")
        let talk = try web.conversation("de-wit-yildiz/noor-op-school")
        for path in ["/families", talk, talk + "/events", "/nowhere"] {
            let answer = try await browser.send(.head, path)
            #expect(answer.bytes.isEmpty, "\(path)")
        }
        for _ in 0..<6 { #expect(try await browser.send(.head, talk + "/events").status == .ok) }
    }
}
