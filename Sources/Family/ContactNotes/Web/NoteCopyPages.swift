// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import Paper
import PeopleRules
import PeopleWeb
import Site

/// Taking one note, or those of some days, along for one's own record.
package struct NoteCopyPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let press: PaperPress

    private static let most = 2_000
    private static let longest = 10_000_000

    package init(_ installation: Installation, _ dossiers: Dossiers, _ press: PaperPress) {
        self.installation = installation
        self.dossiers = dossiers
        self.press = press
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/notes/copy", use: choose)
        router.post("families/:family/notes/copy", use: copy)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(CopyWish(message: nil, last: visit.today, today: visit.today), CopyFlaws(errors: []), visit)
    }

    @Sendable private func copy(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let wish = CopyWish(form)
        do {
            let copy = try await self.copy(of: form, wish, visit)
            let name = "\(visit.language.notes.fileName)-\(visit.today.iso)"
            switch wish.kind {
            case .pdf:
                guard await press.isReady else { throw PaperRefusal.noFonts }
                return Self.saving(
                    ByteBuffer(bytes: try await press.print(copy.paper)), name + ".pdf", "application/pdf")
            case .text: return Self.saving(ByteBuffer(string: copy.text), name + ".txt", "text/plain; charset=utf-8")
            }
        } catch let refusal as PaperRefusal {
            guard refusal != .busy else { throw Problem.busy }
            return try await page(wish, wish.flaws(for: refusal, visit.language.messageCopy), visit)
        } catch let flaws as CopyFlaws {
            return try await page(wish, flaws, visit)
        }
    }

    private static func saving(_ bytes: ByteBuffer, _ name: String, _ type: String) -> Response {
        Response(status: .ok, headers: .saving(name, as: type), body: ResponseBody(byteBuffer: bytes))
    }

    /// What is taken along, on record as a copy.
    private func copy(of form: FormBody, _ wish: CopyWish, _ visit: Visit) async throws -> NoteCopy {
        let family: ID<Family> = try visit.id("family")
        let one = form.id("note", ContactNote.self)
        var (from, until): (Moment?, Moment?)
        if one == nil, case .days(let first, let last) = try wish.period(visit.language.messageCopy).get() {
            (from, until) = (Moment(first), Moment(last + 1))
        }
        let look = try visit.look(.execute, at: one.map { ItemName(.note, $0) } ?? ItemName(.note, family))
        let (language, after, before) = (visit.language, from, until)
        let longest = wish.kind == .pdf ? press.longest : Self.longest
        let copy = try await dossiers.read(family, look) { key, connection -> Found<NoteCopy>? in
            let notes: [NoteSight]
            if let one {
                guard let note = try connection.contactNote(one, key) else { return nil }
                notes = [note]
            } else {
                notes = try connection.contactNotes(key, in: 0..<Self.most + 1, from: after, until: before).notes
            }
            let copy = NoteCopy(
                notes: notes.reversed(),
                names: CircleNames(
                    circle: try connection.circle(key, withEnded: true), reading: key.reading, language: language),
                at: look.at)
            guard notes.count <= Self.most, copy.size <= longest else { throw PaperRefusal.tooLong }
            return Found(copy, about: notes.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.note.about) })
        }
        guard let copy else { throw Problem.notFound }
        return copy
    }

    private func page(_ wish: CopyWish, _ flaws: CopyFlaws, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.note, family))
        let found = try await dossiers.read(family, look) { key, _ in Found(key.reading, about: []) }
        guard let reading = found else { throw Problem.notFound }
        let page = NoteCopyPage(
            language: visit.language, family: family, wish: wish, errors: flaws.errors, token: visit.token ?? "")
        var frame = installation.familyFrame(visit, title: visit.language.notes.title, for: reading)
        frame.isNarrow = true
        frame.isError = !flaws.errors.isEmpty
        let status: HTTPResponse.Status = flaws.isOurs ? .serviceUnavailable : .badRequest
        return .page(Layout(frame, page.html).html, status: flaws.errors.isEmpty ? .ok : status)
    }
}
