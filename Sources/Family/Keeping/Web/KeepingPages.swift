// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// What is kept and until when, for the family; what may not be erased, for who is in charge.
package struct KeepingPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        (self.installation, self.dossiers) = (installation, dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get(
            "families/:family/keeping",
            use: { _, visit in try await page(visit.typed.map { KeepingDraft($0) } ?? KeepingDraft(), visit) })
        router.post("families/:family/keeping/holds", use: set)
        router.post("families/:family/keeping/holds/:hold/end", use: lift)
    }

    @Sendable private func set(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        let words = visit.language.keeping
        var draft = KeepingDraft(form)
        if draft.cause == nil { draft.errors.append(FieldError("cause", words.causeMissing)) }
        let review = Day(draft.review)
        if review == nil { draft.errors.append(FieldError("review", words.reviewMissing)) }
        guard let cause = draft.cause, let review, draft.errors.isEmpty else { return try await page(draft, visit) }
        let (now, vault) = (visit.now, installation.vault)
        let id: ID<KeepingHold> = installation.ids.next(at: now)
        let promise: ID<Promise> = installation.ids.next(at: now)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.keeping, id)) { key, connection in
                try connection.setKeeping(
                    as: id, for: cause, review: review, promise: promise, at: now, key, vault)
                return .keeping(key.family)
            }
            guard done != nil else { throw Problem.notFound }
        } catch KeepingHold.Refusal.reviewOutOfRange {
            draft.errors.append(FieldError("review", words.reviewMissing))
            return try await page(draft, visit)
        } catch is KeepingHold.Refusal { throw Problem.notFound }
        return .seeOther(.keeping(family))
    }

    @Sendable private func lift(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<KeepingHold> = try visit.id("hold")
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.keeping, id)) { key, connection in
                try connection.liftKeeping(id, at: now, key, vault)
                return .keeping(key.family)
            }
            guard done != nil else { throw Problem.notFound }
        } catch KeepingHold.Refusal.notYours { throw Problem.notFound } catch is KeepingHold.Refusal {
            // It was lifted meanwhile: the page shows what stands.
        }
        return .seeOther(.keeping(family))
    }

    /// The page as it stands, with what was typed and what must be mended.
    func page(_ draft: KeepingDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.keeping, family))
        let content = try await dossiers.read(family, look) { key, connection in
            try KeepingContent(key, connection).map { Found($0, about: Set($0.reading.takesAlong)) }
        }
        guard let content else { throw Problem.notFound }
        let page = KeepingPage(
            language: visit.language, content: content, draft: draft, today: visit.today, token: visit.token ?? "",
            form: installation.newForm(visit),
            forms: Dictionary(
                uniqueKeysWithValues: (content.about.map(\.person.text) + content.holds.map(\.id.text)).map {
                    ($0, installation.newForm(visit))
                }))
        var frame = installation.familyFrame(visit, title: visit.language.keeping.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// What was typed: with asking to erase, and about what may not be.
struct KeepingDraft: Equatable {
    /// By whom it is about.
    var asked: [ID<Person>: String] = [:]
    var cause: KeepingHold.Cause?
    var review = ""
    /// Whether there is anybody who could decide.
    var isPossible = true
    var errors: [FieldError] = []

    init() {}

    /// What was typed before somebody had to sign in again.
    init(_ form: FormBody) {
        if let person = form.id("person", Person.self) { asked[person] = form.text(Self.words(of: person)) }
        (cause, review) = (KeepingHold.Cause(rawValue: form.text("cause")), form.text("review"))
    }

    /// The field in which somebody says why something about a person is to go.
    static func words(of person: ID<Person>) -> String { "words-\(person)" }
}

/// What one reader sees of how long something is kept, gathered in one transaction.
struct KeepingContent: Sendable {
    struct About: Sendable {
        let person: ID<Person>
        let name: String
        let lines: [KeepingLine]
        /// The last that was asked about this person.
        let forgetting: ForgettingSight?
        let mayAsk: Bool
        /// Whether the reader speaks for the person.
        let speaks: Bool
    }

    let family: ID<Family>
    let reading: Reading
    let about: [About]
    let holds: [KeepingHold]
    let setsHolds: Bool

    /// nil for who is neither of the family nor in charge.
    init?(_ key: borrowing DossierKey, _ connection: Connection) throws {
        let setsHolds = try connection.setsKeeping(key)
        let own = key.reading.ownPerson
        guard own != nil || setsHolds else { return nil }
        (family, reading, self.setsHolds) = (key.family, key.reading, setsHolds)
        holds = setsHolds ? try connection.keepingHolds(key) : []
        let asked = try connection.forgettings(key)
        let mustAgree = try connection.whoMustAgree(to: .share, key)
        var about: [About] = []
        for person in key.reading.takesAlong {
            let last = asked.first { $0.forgetting.person == person }
            let speaks = own.map { mustAgree[person]?.persons.contains($0) ?? false } ?? false
            about.append(
                About(
                    person: person, name: try key.name(of: person) ?? "",
                    lines: try connection.keeping(of: person, key), forgetting: last,
                    mayAsk: speaks && last.map { !$0.forgetting.isOpen && $0.forgetting.state != .done } ?? true,
                    speaks: speaks))
        }
        self.about = about
    }
}
