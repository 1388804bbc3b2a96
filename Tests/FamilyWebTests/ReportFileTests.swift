// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import FamilyWeb
import Foundation
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import TestFiles
import Testing

@Suite struct `Files with a report` {
    private static let photo = MadeFile.jpeg([MadeFile.exif(orientation: 1, place: "52.09 5.12")])

    /// Sends a report as a browser does, with files.
    private func send(
        _ files: [(name: String, bytes: [UInt8])], _ web: WebTown, _ typed: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        let browser = web.browser()
        let fields = try await web.reportForm(browser, typed).split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", omittingEmptySubsequences: false)
            return (String(halves[0]).removingPercentEncoding ?? "", String(halves[1]).removingPercentEncoding ?? "")
        }
        var form = PartsForm([:])
        for (name, value) in fields { form = form.and(name, value) }
        for file in files { form = form.with(file.name, file.bytes) }
        return try await browser.post("/reports", bytes: form.body, type: PartsForm.type)
    }

    @Test(arguments: Engine.all)
    func `are opened at the desk alone, tell nothing besides the picture, and go with the report`(
        engine: Engine
    ) async throws {
        let web = try await WebTown.withDesks(engine)
        let sent = try await send([("Wilma Bos thuis.jpg", Self.photo), ("brief.pdf", MadeFile.pdf)], web)
        #expect(sent.location == "/reports/receipt", "\(sent.shown)")
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        let page = try await mirjam.get(path)
        #expect(page.shown.contains("Bijlage 1") && page.shown.contains("Bijlage 2") && !page.text.contains("Wilma"))
        let files = page.links.filter { $0.contains("/files/") }
        #expect(files.count == 2)
        let picture = try await mirjam.get(files[0])
        #expect(picture.status == .ok && !picture.text.contains("52.09"))
        for who in ["marieke", "ilse"] { #expect(try await web.worker(who).get(files[0]).status == .notFound) }
        #expect(try await web.browser(of: "joost").get(files[0]).status == .notFound)
        _ = try await web.send(path + "/triage", ["urgency": "regular", "reason": "Licht."], by: mirjam)
        _ = try await web.send(path + "/advice", ["advice": "Bel de school."], by: mirjam)
        web.clock.wait(.days(366))
        let now = web.clock.now
        let swept = try await web.database.write { try $0.sweepOldReports(at: now) }
        #expect(swept == 1)
        let left = try await web.database.read { try $0.row("SELECT COUNT(*) FROM care_report_piece") { $0.int(0) } }
        #expect(left == 0)
        #expect(try await web.worker("mirjam").get(files[0]).status == .notFound)
    }

    @Test(arguments: [
        ([(name: "a.exe", bytes: Array("MZ".utf8))], "Alleen foto"), ([("a.docx", [1, 2, 3])], "Alleen foto"),
        ([("a.pdf", Array("<html>".utf8))], "Alleen foto"),
    ])
    func `of another kind are refused, and nothing typed is lost`(
        files: [(name: String, bytes: [UInt8])], said: String
    ) async throws {
        let web = try await WebTown.withDesks()
        let answer = try await send(files, web)
        #expect(answer.status == .badRequest && answer.shown.contains(said))
        #expect(answer.text.contains("id=\"file-error\"") && answer.text.contains("Misschien slaat hij."))
        #expect(try await !web.worker("mirjam").get("/desk").text.contains("/desk/reports/"))
    }

    @Test func `too large or too many are refused, and nothing typed is lost`() async throws {
        let web = try await WebTown.withDesks()
        let large = [UInt8](repeating: 0, count: ReportFile.mostBytes + 1)
        let many = Array(repeating: (name: "a.pdf", bytes: MadeFile.pdf), count: 4)
        for (files, said) in [([(name: "a.pdf", bytes: large)], "groter dan 5 MB"), (many, "hoogstens 3 bestanden")] {
            let answer = try await send(files, web)
            let isSaid = answer.status == .badRequest && answer.shown.contains(said)
            #expect(isSaid && answer.text.contains("Misschien slaat hij."), "\(said)")
        }
    }

    /// Reading ends at a file that is too large: it comes after all that was typed, as on the page.
    @Test func `too large come last on the page, so that all that was typed is there again`() async throws {
        let web = try await WebTown.withDesks()
        let browser = web.browser()
        let page = try await browser.get("/reports/new")
        var typed: [String: String] = [:]
        let filled = try await web.reportForm(browser, ["colleague": "yes"])
        for pair in filled.split(separator: "&") {
            let halves = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            typed[halves[0].removingPercentEncoding ?? ""] = halves[1].removingPercentEncoding ?? ""
        }
        var (form, seen) = (PartsForm([:]), Set<String>())
        for match in page.text.matches(of: /name="([^"]+)"/) where seen.insert(String(match.1)).inserted {
            let name = String(match.1)
            if name == "file" {
                form = form.with("a.pdf", [UInt8](repeating: 0, count: ReportFile.mostBytes + 1))
            } else if let value = typed[name] {
                form = form.and(name, value)
            }
        }
        let answer = try await browser.post("/reports", bytes: form.body, type: PartsForm.type)
        #expect(seen.contains("file") && answer.status == .badRequest && answer.shown.contains("groter dan 5 MB"))
        #expect(answer.text.contains("06 12345678") && answer.text.contains("Wilma Bos"))
        #expect(answer.text.contains(/value="neighbour"[^>]*selected/))
        #expect(answer.text.contains(/name="colleague"[^>]*checked/))
    }

    @Test func `find no place when too many come at once, and the room is free again after`() async {
        let room = ReportRoom()
        for _ in 0..<ReportRoom.most { #expect(await room.enter()) }
        #expect(await !room.enter())
        await room.leave()
        #expect(await room.enter())
    }

    @Test func `are asked for again when something else must be mended`() async throws {
        let web = try await WebTown.withDesks()
        let answer = try await send([("brief.pdf", MadeFile.pdf)], web, ["urgency": ""])
        #expect(answer.status == .badRequest && answer.shown.contains("Kies je bestanden nog een keer."))
    }
}
