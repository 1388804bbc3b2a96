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

/// Writing down a match of the regional index, and what came of the talk.
package struct MatchPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/matches", use: list)
        router.post("families/:family/matches", use: receive)
        router.get("families/:family/matches/:match", use: show)
        router.post("families/:family/matches/:match/talk", use: talk)
        router.post("families/:family/matches/:match/told", use: tell)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { MatchDraft($0) } ?? MatchDraft(on: visit.today), visit)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await matchPage(visit.typed.map { MatchDraft($0) } ?? MatchDraft(on: visit.today), visit)
    }

    @Sendable private func receive(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("parties")], visit) { try await received(form, visit) }
    }

    private func received(_ form: FormBody, _ visit: Visit) async throws -> Response {
        var draft = MatchDraft(form)
        let words = visit.language.matches
        if draft.person == nil { draft.errors.append(FieldError("person", words.personMissing)) }
        let parties = form.needed("parties", words.partiesMissing, visit.language, &draft.errors)
        let day = Day(draft.day)
        if day == nil { draft.errors.append(FieldError("day", words.notThen)) }
        guard let person = draft.person, let parties, let day, draft.errors.isEmpty else {
            return try await page(draft, visit)
        }
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        let id: ID<IndexMatch> = ids.next(at: now)
        do {
            return try await act(form, .create, id, visit) { key, connection in
                let match = try IndexMatch.received(
                    id, about: person, by: key.reading,
                    isAuthorised: try connection.hasSkill(.indexReporter, key), on: day, at: now)
                try connection.keep(match, with: parties, ids: ids, key, vault)
                return person
            }
        } catch let refusal as IndexMatch.Refusal {
            draft.errors.append(try error(refusal, visit.language))
            return try await page(draft, visit)
        }
    }

    @Sendable private func talk(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("agreed")], visit) { try await talked(form, visit) }
    }

    private func talked(_ form: FormBody, _ visit: Visit) async throws -> Response {
        let id: ID<IndexMatch> = try visit.id("match")
        var draft = MatchDraft(form)
        let words = visit.language.matches
        let outcome = IndexMatch.Outcome(rawValue: draft.outcome)
        if outcome == nil { draft.errors.append(FieldError("outcome", words.outcomeMissing)) }
        let text = form.needed("agreed", words.agreedMissing, visit.language, &draft.errors)
        let day = Day(draft.day)
        if day == nil { draft.errors.append(FieldError("day", words.notTalkedThen)) }
        guard let outcome, let text, let day, draft.errors.isEmpty else { return try await matchPage(draft, visit) }
        let (vault, now, isTold) = (installation.vault, visit.now, draft.isTold)
        do {
            return try await act(form, .update, id, visit) { key, connection in
                guard let sight = try connection.match(id, key) else { return nil }
                try connection.talk(
                    about: id, on: day, outcome, saying: text, isTold: isTold, at: now, key, vault)
                return sight.match.person
            }
        } catch let refusal as IndexMatch.Refusal {
            draft.errors.append(try error(refusal, visit.language))
            return try await matchPage(draft, visit)
        }
    }

    @Sendable private func tell(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<IndexMatch> = try visit.id("match")
        let form = try await FormBody.read(request)
        let (vault, now) = (installation.vault, visit.now)
        do {
            return try await act(form, .update, id, visit) { key, connection in
                guard let sight = try connection.match(id, key) else { return nil }
                try connection.tell(about: id, at: now, key, vault)
                return sight.match.person
            }
        } catch is IndexMatch.Refusal { throw Problem.notFound }
    }

    /// - Throws: ``Problem/notFound`` for what is not there for who asked it.
    private func error(_ refusal: IndexMatch.Refusal, _ language: Language) throws -> FieldError {
        switch refusal {
        case .tooOld: FieldError("person", language.matches.tooOld)
        case .notThen: FieldError("day", language.matches.notThen)
        case .notTalkedThen: FieldError("day", language.matches.notTalkedThen)
        case .notYours, .talkedBefore, .toldBefore: throw Problem.notFound
        }
    }

    private func act(
        _ form: FormBody, _ action: AccessRecord.Action, _ id: ID<IndexMatch>, _ visit: Visit,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> ID<Person>?
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(action, at: ItemName(.match, id))
        let done = try await dossiers.act(family, look, form: submission) { key, connection in
            guard let person = try act(key, connection) else { return nil }
            return Found(Link.match(key.family, id).text, about: [person])
        }
        guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(link)
    }

    private func page(_ draft: MatchDraft, _ visit: Visit) async throws -> Response {
        let content = try await content(nil, visit)
        let page = MatchListPage(
            content, draft, today: visit.today, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        return answer(page.html, content.reading, draft, visit)
    }

    private func matchPage(_ draft: MatchDraft, _ visit: Visit) async throws -> Response {
        let content = try await content(try visit.id("match"), visit)
        guard let sight = content.matches.first else { throw Problem.notFound }
        let page = MatchPage(
            content, sight, draft, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        return answer(page.html, content.reading, draft, visit)
    }

    private func content(_ id: ID<IndexMatch>?, _ visit: Visit) async throws -> MatchContent {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: id.map { ItemName(.match, $0) } ?? ItemName(.match, family))
        let content = try await dossiers.read(family, look) { key, connection -> Found<MatchContent>? in
            guard try connection.findsMatches(key) else { return nil }
            let matches = try connection.matches(key).filter { id == nil || $0.match.id == id }
            let content = MatchContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                matches: matches, isAuthorised: try connection.hasSkill(.indexReporter, key))
            return Found(content, about: Set(matches.map(\.match.person)))
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    private func answer(_ html: HTML, _ reading: Reading, _ draft: MatchDraft, _ visit: Visit) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.matches.tab, for: reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}
