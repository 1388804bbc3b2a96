// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import FamilyWeb
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import TestFiles
import Testing

/// What happens to a copy while it is made or fetched.
@Suite struct `Full copies while more goes on` {
    private static let family = "de-wit-yildiz"

    private struct Kept: Equatable {
        var state = "ready"
        var round = 1
        var stops = 0
        var attempts = 0
        var files = 3
        /// Whether as many pieces are there as its files say.
        var isWhole = true
    }

    private func kept(_ web: WebTown) async throws -> [Kept] {
        try await web.database.read { connection in
            try connection.rows(
                """
                SELECT state, round, stops, attempts, (
                    SELECT COUNT(*) FROM full_copy_file f WHERE f.family_id = c.family_id AND f.copy_id = c.id), (
                    SELECT COUNT(*) FROM full_copy_piece p WHERE p.family_id = c.family_id AND p.copy_id = c.id), (
                    SELECT COALESCE(SUM(pieces), 0) FROM full_copy_file f
                    WHERE f.family_id = c.family_id AND f.copy_id = c.id)
                FROM full_copy c ORDER BY id
                """
            ) {
                Kept(
                    state: $0.text(0), round: $0.int(1), stops: $0.int(2), attempts: $0.int(3), files: $0.int(4),
                    isWhole: $0.int(5) == $0.int(6))
            }
        }
    }

    /// As two servers do whose lease was lost.
    private func makeTwice(_ web: WebTown) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 { group.addTask { try await web.makeCopies() } }
            try await group.waitForAll()
        }
    }

    @Test(arguments: Engine.all)
    func `are made once each where two make them at once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        try await web.askCopy(of: "aylin", by: aylin)
        try await web.askCopy(of: "noor", by: aylin)
        try await web.askCopy(of: "joost", by: joost)
        // One was left half made: both find it.
        let left = try #require(try await web.dossiers.beginFullCopy(at: web.clock.now))
        try await web.dossiers.keep([1], as: 0, of: .data, percent: 4, for: left, at: web.clock.now)
        web.clock.wait(.minutes(11))
        try await makeTwice(web)
        #expect(try await kept(web) == [Kept(round: 2), Kept(), Kept()])
        for file in try await web.copyFiles(aylin) { #expect(try await aylin.get(file).status == .ok) }
    }

    @Test(arguments: Engine.all)
    func `are made anew once where all files are fetched at once on another day`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        _ = try await web.copied("aylin", for: web.browser(of: "aylin"))
        web.clock.wait(.days(1))
        let aylin = try await web.browser(of: "aylin")
        let files = try await web.copyFiles(aylin)
        let page = try web.circle(Self.family) + "/take-along"
        try await withThrowingTaskGroup(of: Answer.self) { group in
            for file in files + files { group.addTask { try await aylin.get(file) } }
            for try await answer in group {
                #expect(answer.status == .ok || answer.location == page, "\(answer.status)")
            }
        }
        #expect(try await kept(web) == [Kept(round: 2)])
        for file in files { #expect(try await aylin.get(file).status == .ok) }
        #expect(try await kept(web) == [Kept(round: 2)])
    }

    /// Who fetches one for long gets the rest of no other one.
    @Test func `mix nothing where one is made anew while it is fetched`() async throws {
        let web = try await WebTown()
        _ = try await web.copied("aylin", for: web.browser(of: "aylin"))
        let family = try web.filled.family(Self.family)
        let look = Look(
            reader: try web.filled.account("aylin"), at: web.clock.now, from: "", action: .read,
            item: ItemName(.copy, family))
        let read = try await web.dossiers.read(family, look) { key, connection in
            try connection.fullCopies(key).first.map { Found($0, about: []) }
        }
        let copy = try #require(read)
        #expect(try await web.dossiers.piece(0, of: .data, in: copy, look, family: family) != nil)
        let job = try #require(try await web.dossiers.beginAnew(copy, in: family, at: web.clock.now))
        try await web.dossiers.keep([1, 2, 3], as: 0, of: .data, percent: 99, for: job, at: web.clock.now)
        #expect(try await web.dossiers.piece(0, of: .data, in: copy, look, family: family) == nil)
        try await web.dossiers.finish(.data, size: 3, pieces: 1, for: job)
        try await web.dossiers.finish(job, seenAs: "", at: web.clock.now)
        #expect(try await web.dossiers.piece(0, of: .data, in: copy, look, family: family) == nil)
        #expect(try await web.dossiers.piece(0, of: .data, in: job.copy, look, family: family) == [1, 2, 3])
    }

    /// The sums of its files are known before the archive begins: what goes in between makes it begin again, without it.
    @Test(arguments: Engine.all)
    func `are made without a file that goes while its archive is made`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        try await send(MadeFile.docx(), by: aylin, web)
        try await goesAtArchive(web, engine)
        try await web.askCopy(of: "noor", by: aylin)
        try await web.makeCopies()
        #expect(try await kept(web) == [Kept(round: 2)])
        try await expectWithoutFile(aylin, web)
    }

    @Test(arguments: Engine.all)
    func `are made anew without a file that goes while who fetches waits`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let before = try await web.browser(of: "aylin")
        try await send(MadeFile.docx(), by: before, web)
        #expect(try await web.copied("noor", for: before).contains("bijlagen/"))
        try await goesAtArchive(web, engine)
        web.clock.wait(.days(1))
        let aylin = try await web.browser(of: "aylin")
        let files = try await web.copyFiles(aylin)
        let page = try web.circle(Self.family) + "/take-along"
        #expect(try await aylin.get(files[2]).location == page)
        #expect(try await aylin.get(page).shown.contains("We maken je kopie"))
        try await web.makeCopies()
        #expect(try await kept(web) == [Kept(round: 3)])
        try await expectWithoutFile(aylin, web)
    }

    private func send(_ file: [UInt8], by browser: TownBrowser, _ web: WebTown) async throws {
        let path = try web.conversation("de-wit-yildiz/noor-op-school")
        let open = try await OpenForm(browser, path)
        let letter = PartsForm(["token": open.token, "form": open.form, "message": "Kijk eens."])
            .with("brief.docx", file)
        #expect(
            try await browser.post(path + "/messages", bytes: letter.body, type: PartsForm.type).status == .seeOther)
    }

    /// From now on what was attached goes once the file for machines of a copy is kept.
    private func goesAtArchive(_ web: WebTown, _ engine: Engine) async throws {
        let trigger: [SQL] =
            switch engine {
            case .sqlite:
                [
                    """
                    CREATE TRIGGER gone AFTER INSERT ON full_copy_file WHEN NEW.name = 'rondom.json'
                    BEGIN DELETE FROM attachment_piece; END
                    """
                ]
            case .postgres:
                [
                    """
                    CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql
                    AS 'BEGIN DELETE FROM attachment_piece; RETURN NULL; END'
                    """,
                    """
                    CREATE TRIGGER gone AFTER INSERT ON full_copy_file FOR EACH ROW WHEN (NEW.name = 'rondom.json')
                    EXECUTE FUNCTION gone()
                    """,
                ]
            }
        try await web.database.write { connection in for one in trigger { try connection.execute(one) } }
    }

    private func expectWithoutFile(_ browser: TownBrowser, _ web: WebTown) async throws {
        let files = try await web.copyFiles(browser)
        #expect(files.count == 3)
        let text = try await browser.get(try #require(files.first { $0.hasSuffix(".json") })).text
        #expect(text.contains("Noor") && !text.contains("bijlagen/"))
        let archive = try await browser.get(try #require(files.last)).bytes
        #expect(!archive.isEmpty && !String(decoding: archive, as: UTF8.self).contains("bijlagen/"))
    }
}
