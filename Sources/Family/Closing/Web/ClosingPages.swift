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

/// The end of a circle: begun by who directs, answered by everybody, and then closed.
package struct ClosingPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/closing", use: { _, visit in try await page(visit) })
        router.post("families/:family/closing", use: begin)
        router.post("families/:family/closing/answer", use: answer)
        router.post("families/:family/closing/completion", use: complete)
        router.post("families/:family/closing/stop", use: stop)
    }

    @Sendable private func begin(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let id: ID<CircleClosing> = ids.next(at: now)
        return try await act(visit, form) { key, connection in
            try connection.beginClosing(as: id, at: now, ids: ids, key, vault)
            return .closing(key.family)
        }
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.closing
        let further = CircleClosing.Further(rawValue: form.text("further"))
        let answer = Int(form.text("grade")).flatMap { grade in
            try? CircleClosing.Answer(further ?? .not, grade: grade)
        }
        var errors: [FieldError] = []
        if further == nil { errors.append(FieldError("further", words.furtherMissing)) }
        if answer == nil { errors.append(FieldError("grade", words.gradeMissing)) }
        guard let answer, errors.isEmpty else {
            return try await page(visit, errors: errors, typed: (further, form.text("grade")))
        }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(visit, form) { key, connection in
            try connection.answerClosing(answer, at: now, ids: ids, key, vault)
            return .closing(key.family)
        }
    }

    @Sendable private func complete(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form) { key, connection in
            try connection.completeClosing(at: now, key, vault)
            // Who helped is out of the circle with this.
            return key.reading.ownPerson == nil ? .families : .closing(key.family)
        }
    }

    @Sendable private func stop(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form) { key, connection in
            try connection.stopClosing(at: now, key, vault)
            return .closing(key.family)
        }
    }

    private func act(
        _ visit: Visit, _ form: FormBody,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Link?
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.circle, family), act)
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as CircleClosing.Refusal {
            switch refusal {
            case .notYours: throw Problem.notFound
            case .changed, .noGrade, .notAnswered, .safety: return .seeOther(.closing(family))
            case .nobodyDirects:
                let words = visit.language.closing
                return try await page(visit, notice: Notice(.near, words.nobodyDirects, words.nobodyDirectsText))
            }
        }
    }

    private func page(
        _ visit: Visit, notice: Notice? = nil, errors: [FieldError] = [],
        typed: (CircleClosing.Further?, String) = (nil, "")
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<(ClosingSight, Reading)>? in
            let sight = try connection.closing(key)
            guard sight.closing != nil || sight.directs else { return nil }
            return Found((sight, key.reading), about: Set(key.reading.covered.keys))
        }
        guard let (sight, reading) = found else { throw Problem.notFound }
        let page = ClosingPage(
            language: visit.language, family: family, sight: sight, today: visit.today, notice: notice, errors: errors,
            further: typed.0, grade: typed.1, token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.closing.title, for: reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        let status: HTTPResponse.Status = frame.isError ? .badRequest : notice == nil ? .ok : .conflict
        return .page(Layout(frame, page.html).html, status: status)
    }
}

extension Link {
    static func closing(_ family: ID<Family>) -> Link { "/families/\(family)/closing" }
    static func closingAnswer(_ family: ID<Family>) -> Link { "/families/\(family)/closing/answer" }
    static func closingCompletion(_ family: ID<Family>) -> Link { "/families/\(family)/closing/completion" }
    static func closingStop(_ family: ID<Family>) -> Link { "/families/\(family)/closing/stop" }
}
