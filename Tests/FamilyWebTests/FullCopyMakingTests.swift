// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import FamilyWeb
import Kernel
import Paper
import PeopleRules
import PeopleWeb
import Site
import TestClient
import TestDatabases
import TestFiles
import Testing

@Suite struct `Making a full copy` {
    private static let family = "de-wit-yildiz"

    private func page(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/take-along" }

    @Test(arguments: Engine.all)
    func `is taken up again when the server stopped, and written by one alone`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        try await web.askCopy(of: "aylin", by: aylin)
        let job = try #require(try await web.dossiers.beginFullCopy(at: web.clock.now))
        try await web.dossiers.keep([1, 2, 3], as: 0, of: .data, percent: 40, for: job, at: web.clock.now)
        #expect(try await aylin.get(page(web)).shown.contains("40% klaar"))
        // Asking twice makes one copy.
        #expect(try await web.askCopy(of: "aylin", by: aylin).location == page(web))
        // Somebody is still at it; after ten silent minutes they are not.
        try await web.makeCopies()
        #expect(try await web.copyFiles(aylin).isEmpty)
        web.clock.wait(.minutes(11))
        try await web.makeCopies()
        let files = try await web.copyFiles(aylin)
        #expect(files.count == 3)
        // Who began it before writes nothing of it any more, and takes nothing away.
        await #expect(throws: FullCopyGone.self) {
            try await web.dossiers.keep([9], as: 99, of: .data, percent: 50, for: job, at: web.clock.now)
        }
        await #expect(throws: FullCopyGone.self) {
            try await web.dossiers.finish(.data, size: 1, pieces: 1, for: job)
        }
        try await web.dossiers.finish(job, seenAs: "", at: web.clock.now)
        try await web.dossiers.interrupt(job, isFinal: true, at: web.clock.now)
        #expect(try await web.copyFiles(aylin) == files)
        #expect(try await aylin.get(files[1]).text.hasSuffix("}\n"))
    }

    /// By a clock that stood still while it is made it would look as if nobody was at it.
    @Test func `is touched while it is made anew for who fetches it`() async throws {
        let web = try await WebTown()
        let going = Clock { [clock = web.clock] in
            clock.wait(.seconds(1))
            return clock.now
        }
        let installation = Installation(
            database: web.database, vault: web.vault, clock: going, cookies: CookieSettings(isSecure: false),
            name: "Rondom", isDemo: true)
        let door = FrontDoor(installation, web.dossiers, web.live, PaperPress())
        let aylin = Browser(door.router.buildResponder())
        try await web.signIn("aylin", in: aylin)
        _ = try await web.copied("aylin", for: aylin)
        web.clock.wait(.days(1))
        try await web.signIn("aylin", in: aylin)
        let files = try await web.copyFiles(aylin)
        #expect(try await aylin.get(files[0]).status == .ok)
        let touchedLater = try await web.database.read { connection in
            try connection.row("SELECT touched_at - (SELECT MAX(at) FROM access_record) FROM full_copy") { $0.int(0) }
        }
        #expect(try #require(touchedLater) > 0)
    }

    @Test func `is given up when making it failed three times, and not when the server was stopped`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        try await web.askCopy(of: "aylin", by: aylin)
        for isStopped in [true, true, true, true, false, false, false] {
            let job = try #require(try await web.dossiers.beginFullCopy(at: web.clock.now))
            try await web.dossiers.interrupt(job, isFinal: false, isStopped: isStopped, at: web.clock.now)
        }
        #expect(try await web.dossiers.beginFullCopy(at: web.clock.now) == nil)
        #expect(try await aylin.get(page(web)).shown.contains("Je kopie maken is niet gelukt"))
    }

    /// A server that it stops leaves it half made each time.
    @Test(arguments: Engine.all)
    func `is given up when servers left it twenty times, and not when it was made anew as often`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        _ = try await web.copied("aylin", for: web.browser(of: "aylin"))
        for _ in 0...FullCopy.mostStops { try await made(anew: web) }
        for stop in 1...FullCopy.mostStops {
            if stop == 1 {
                _ = try #require(try await begun(anew: web))
            } else {
                _ = try #require(try await web.dossiers.beginFullCopy(at: web.clock.now), "\(stop)")
            }
            web.clock.wait(.minutes(11))
            try await web.dossiers.takeUpFullCopies(at: web.clock.now)
        }
        #expect(try await web.dossiers.beginFullCopy(at: web.clock.now) == nil)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(page(web)).shown.contains("Je kopie maken is niet gelukt"))
    }

    /// A week is a week, also where making it anew was stopped in it.
    @Test(arguments: Engine.all)
    func `lies no longer for having been made anew and stopped`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        _ = try await web.copied("aylin", for: web.browser(of: "aylin"))
        web.clock.wait(.days(4))
        let job = try #require(try await begun(anew: web))
        try await web.dossiers.interrupt(job, isFinal: false, isStopped: true, at: web.clock.now)
        _ = try #require(try await web.dossiers.beginFullCopy(at: web.clock.now))
        web.clock.wait(.minutes(11))
        try await web.makeCopies()
        let aylin = try await web.browser(of: "aylin")
        #expect(try await web.copyFiles(aylin).count == 3)
        _ = try #require(try await begun(anew: web))
        web.clock.wait(.days(3))
        // What is being made is not taken away under who makes it.
        let over = web.clock.now
        #expect(try await web.database.write { try $0.sweepFullCopies(at: over) } == 0)
        try await web.makeCopies()
        #expect(try await web.copyFiles(web.browser(of: "aylin")).isEmpty)
        #expect(try await web.database.write { try $0.sweepFullCopies(at: over) } > 0)
    }

    /// The one copy of the town, begun anew as by a fetch.
    private func begun(anew web: WebTown) async throws -> FullCopyToMake? {
        let aylin = try web.filled.account("aylin")
        let look = Look(
            reader: aylin, at: web.clock.now, from: "", action: .read,
            item: ItemName(.copy, try web.filled.family(Self.family)))
        let copy = try await web.dossiers.read(try web.filled.family(Self.family), look) { key, connection in
            try connection.fullCopies(key).first.map { Found($0, about: []) }
        }
        return try await web.dossiers.beginAnew(
            try #require(copy), in: try web.filled.family(Self.family), at: web.clock.now)
    }

    private func made(anew web: WebTown) async throws {
        try await web.dossiers.finish(try #require(try await begun(anew: web)), seenAs: "", at: web.clock.now)
    }

    @Test func `is asked for ten times a day`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        for _ in 0..<FullCopy.mostADay { _ = try await web.copied("aylin", for: aylin) }
        #expect(try await aylin.get(page(web)).shown.contains("Morgen kan het weer."))
        let files = try await web.copyFiles(aylin)
        #expect(try await web.askCopy(of: "aylin", by: aylin).location == page(web))
        #expect(try await web.copyFiles(aylin) == files)
        web.clock.wait(.days(1))
        let later = try await web.browser(of: "aylin")
        try await web.askCopy(of: "aylin", by: later)
        #expect(try await later.get(page(web)).shown.contains("We maken je kopie"))
    }

    /// As many messages as a family writes in years.
    @Test func `holds two thousand messages`() async throws {
        let web = try await WebTown()
        let (vault, now, author) = (web.vault, web.clock.now, try web.filled.account("aylin"))
        let id = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        try await web.deed("aylin", ItemName(.conversation, id)) { key, connection in
            guard let talk = try connection.conversation(id, key)?.conversation else { return }
            for number in 1...2_000 {
                let message: ID<FamilyRules.Message> = IDSource.unguessable.next(at: now)
                try connection.write(
                    try .line("Bericht nummer \(number)."), as: message, in: talk, by: author, at: now, key, vault)
            }
        }
        let copy = try await web.copied("noor", for: web.browser(of: "aylin"))
        for number in [1, 999, 2_000] { #expect(copy.contains("Bericht nummer \(number).")) }
    }

    /// A file that went between asking and making stays out, and the rest is there.
    @Test func `is made without a file that went meanwhile`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let path = try web.conversation("de-wit-yildiz/noor-op-school")
        let open = try await OpenForm(aylin, path)
        let letter = PartsForm(["token": open.token, "form": open.form, "message": "Kijk eens."])
            .with("brief.docx", MadeFile.docx())
        #expect(try await aylin.post(path + "/messages", bytes: letter.body, type: PartsForm.type).status == .seeOther)
        let whole = try await web.copied("noor", for: aylin)
        #expect(whole.contains("\"file\": \"bijlagen/0001."))
        try await web.askCopy(of: "noor", by: aylin)
        let family = try web.filled.family(Self.family)
        _ = try await web.database.write { connection in
            try connection.execute("DELETE FROM attachment_piece WHERE family_id = \(family)")
        }
        try await web.makeCopies()
        let files = try await web.copyFiles(aylin)
        #expect(files.count == 3)
        let text = try await aylin.get(try #require(files.first { $0.hasSuffix(".json") })).text
        #expect(text.contains("Noor") && !text.contains("bijlagen/"))
    }
}
