// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// Sharing on a ground: recorded by a professional, read by who may know of it.
package struct GroundPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/grounds/new", use: new)
        router.post("families/:family/grounds", use: record)
        router.get("families/:family/grounds/:ground", use: show)
        router.post("families/:family/grounds/:ground/telling", use: tell)
    }

    // MARK: Recording

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        try await formPage(visit.typed.map { GroundDraft($0) } ?? GroundDraft(), visit)
    }

    @Sendable private func record(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = GroundDraft(form)
        guard let typed = draft.typed(form, visit.language) else { return try await formPage(draft, visit) }
        let (now, vault, ids, persons) = (visit.now, installation.vault, installation.ids, draft.persons)
        let id: ID<GroundUse> = ids.next(at: now)
        let look = try visit.look(.create, at: ItemName(.consent, family))
        do {
            // About nobody in the log: a line there would tell of it before they are told.
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                let use = try GroundUse(
                    id, of: typed.ground, about: persons, by: key.reading,
                    for: try connection.kindOfOrganisation(behind: key.reading),
                    among: try connection.groundTerms(), isTold: typed.isTold, at: now)
                try connection.record(use, typed.letter, asking: typed.second, ids: ids, key, vault)
                return Found(Link.ground(key.family, id).text, about: [])
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as GroundUse.Refusal {
            draft.errors.append(try refusal.error(visit.language))
        } catch is SecondProfessional.Refusal {
            draft.errors.append(FieldError("second", visit.language.grounds.secondMissing))
        }
        return try await formPage(draft, visit)
    }

    private func formPage(_ draft: GroundDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let content = try await dossiers.read(family, look) { key, connection -> Found<GroundFormContent>? in
            guard key.reading.covered.keys.contains(where: key.reading.mayHandCard(to:)) else { return nil }
            return Found(try GroundFormContent(key, connection), about: [])
        }
        guard let content else { throw Problem.notFound }
        let page = GroundFormPage(
            content, draft, token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        return answer(page.html, content.reading, visit, isError: !draft.errors.isEmpty)
    }

    // MARK: Reading

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<GroundUse> = try visit.id("ground")
        let look = try visit.look(.read, at: ItemName(.consent, id))
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.groundUse(id, key).map {
                Found(($0, try connection.circle(key, withEnded: true), key.reading), about: [])
            }
        }
        guard let (sight, circle, reading) = found else { throw Problem.notFound }
        let names = ConsentNames(circle: circle, reading: reading, language: visit.language)
        let page = GroundPage(
            family, sight, names, mayTell: reading.ownPerson == nil && sight.use.told == nil,
            token: visit.token ?? "", form: installation.newForm(visit))
        return answer(page.html, reading, visit)
    }

    @Sendable private func tell(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<GroundUse> = try visit.id("ground")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.consent, id))
        let (now, vault) = (visit.now, installation.vault)
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.tell(of: id, at: now, key, vault)
                return Found(Link.ground(key.family, id).text, about: [])
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as GroundUse.Refusal {
            // A colleague was first: the page says so.
            guard refusal == .toldBefore else { throw Problem.notFound }
        }
        await live.wrote(in: family)
        return .seeOther(.ground(family, id))
    }

    private func answer(_ html: HTML, _ reading: Reading, _ visit: Visit, isError: Bool = false) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.grounds.title, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }
}

extension Connection {
    /// What kind of organisation the reader works for here.
    func kindOfOrganisation(behind reading: Reading) throws -> Organisation.Kind? {
        try reading.onBehalfOf.flatMap { try organisation($0) }?.kind
    }
}

extension GroundUse.Refusal {
    fileprivate func error(_ language: Language) throws -> FieldError {
        let words = language.grounds
        return switch self {
        case .forNobody: FieldError("persons", words.personsMissing)
        case .notYours, .toldBefore: throw Problem.notFound
        case .notCounting: FieldError("ground", words.notCounting)
        case .notMended: FieldError("ground", words.notMended)
        case .secondMissing: FieldError("second", words.secondMissing)
        }
    }
}
