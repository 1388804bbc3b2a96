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

/// One consent: read, answered, written down for somebody, decided on, taken back.
package struct ConsentPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/consents/:consent", use: consent)
        router.get("families/:family/consents/:consent/paper", use: paper)
        router.post("families/:family/consents/:consent/answer", use: answer)
        router.post("families/:family/consents/:consent/note", use: note)
        router.post("families/:family/consents/:consent/exception", use: decide)
        router.post("families/:family/consents/:consent/withdrawal", use: withdraw)
    }

    @Sendable private func consent(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(ConsentDraft(), visit)
    }

    @Sendable private func paper(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let content = try await content(visit)
        // To a family of a closed track no letter goes before somebody looked whether it is safe; the card says how.
        guard content.mayPrint else { return .seeOther(.safetyCard(family)) }
        return answer(ConsentPaper(content: content, language: visit.language).html, visit, content.reading)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let content = try await content(visit)
        let awaited = content.kept.awaited(of: content.reading.ownPerson, at: visit.now)
        guard !awaited.isEmpty else { return try await over(visit) }
        var answers: [ID<Person>: Consent.Answer] = [:]
        var errors: [FieldError] = []
        for person in awaited {
            let field = "person-\(person)"
            let said = form.text(field).isEmpty && awaited.count == 1 ? form.text("all") : form.text(field)
            switch said {
            case "yes": answers[person] = .yes
            case "no": answers[person] = .no
            default: errors.append(FieldError(field, visit.language.consent.answerMissing))
            }
        }
        // One child may be answered for and the other left for later.
        guard !answers.isEmpty else { return try await page(ConsentDraft(errors), visit) }
        let (said, now, vault, ids) = (answers, visit.now, installation.vault, installation.ids)
        return try await act(visit, form) { kept, key, connection in
            try connection.answer(kept, said, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func note(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.consent
        var draft = ConsentDraft(form)
        let whose = draft.noted.split(separator: ".").map(String.init)
        let (by, about) = (whose.first.flatMap { ID<Person>($0) }, whose.last.flatMap { ID<Person>($0) })
        let answer = Consent.Answer(rawValue: draft.answer)
        let how = Consent.How(rawValue: draft.how)
        if by == nil || about == nil || whose.count != 2 { draft.errors.append(FieldError("noted", words.choose)) }
        if answer == nil || answer == .notAsked { draft.errors.append(FieldError("answer", words.choose)) }
        if how == nil || how == .inRondom { draft.errors.append(FieldError("how", words.choose)) }
        let text = form.optional("note", limit: 2_000, visit.language.invitations.wrong, &draft.errors)
        guard draft.errors.isEmpty, let by, let about, let answer, let how else { return try await page(draft, visit) }
        let reader = try visit.account().id
        let given = Consent.Given(about: about, by: by, answer, how, at: visit.now, notedBy: reader)
        let (vault, ids) = (installation.vault, installation.ids)
        return try await act(visit, form) { kept, key, connection in
            try connection.note(given, in: kept, saying: text, ids: ids, key, vault)
        }
    }

    @Sendable private func decide(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.consent
        var draft = ConsentDraft(form)
        let (person, exception) = (ID<Person>(draft.person), HelpException(rawValue: draft.exception))
        if person == nil { draft.errors.append(FieldError("person", words.choose)) }
        if exception == nil { draft.errors.append(FieldError("exception", words.choose)) }
        let reason = form.paragraphs("reason", missing: words.exceptionMissing, visit.language, &draft.errors)
        guard let person, let exception, let reason else { return try await page(draft, visit) }
        let (now, vault) = (visit.now, installation.vault)
        do {
            return try await act(visit, form) { kept, key, connection in
                try connection.decide(exception, in: kept, about: person, because: reason, at: now, key, vault)
            }
        } catch Consent.Refusal.noException {
            draft.errors.append(FieldError("exception", words.noException))
            return try await page(draft, visit)
        }
    }

    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let persons = Set(form.ids("persons", Person.self))
        guard !persons.isEmpty else {
            return try await page(
                ConsentDraft([FieldError("persons", visit.language.members.nobodyChosen)]), visit)
        }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(visit, form) { kept, key, connection in
            try connection.withdraw(kept, for: persons, at: now, ids: ids, key, vault)
        }
    }
}

extension ConsentPages {
    /// Carries out an act on the consent; somebody who was just too late is told so.
    private func act(
        _ visit: Visit, _ form: FormBody,
        _ act: @escaping @Sendable (KeptConsent, borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Consent> = try visit.id("consent")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.consent, id))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let kept = try connection.consent(id, key) else { return nil }
                try act(kept, key, connection)
                return Found(Link.consent(key.family, id).text, about: kept.logged)
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as Consent.Refusal {
            switch refusal {
            case .over: return try await over(visit)
            case .notYours, .noSecond: throw Problem.notFound
            case .noException: throw refusal
            }
        } catch is Ending.Refusal {
            return try await over(visit)
        }
        await live.wrote(in: family)
        return .seeOther(.consent(family, id))
    }

    /// The clear answer to who was too late: nothing was done, and why.
    private func over(_ visit: Visit) async throws -> Response {
        let words = visit.language.consent
        let content = try await content(visit)
        let link = More(.consent(content.family, content.kept.consent.id), words.state)
        return answer(
            PageHead(words.over, lead: words.overText, above: link).html, visit, content.reading, status: .conflict)
    }

    private func page(_ draft: ConsentDraft, _ visit: Visit) async throws -> Response {
        let content = try await content(visit)
        let page = ConsentPage(
            content: content, now: visit.now, draft: draft, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        return answer(page.html, visit, content.reading, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    private func answer(
        _ html: HTML, _ visit: Visit, _ reading: Reading, status: HTTPResponse.Status = .ok
    ) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.consent.title, for: reading)
        frame.isNarrow = true
        frame.isError = status == .badRequest
        return .page(Layout(frame, html).html, status: status)
    }

    private func content(_ visit: Visit) async throws -> ConsentContent {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Consent> = try visit.id("consent")
        let look = try visit.look(.read, at: ItemName(.consent, id))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection in
            guard let kept = try connection.consent(id, key) else { return Found<ConsentContent>?.none }
            let content = ConsentContent(
                family: family, reading: key.reading, circle: try connection.circle(key, withEnded: true), kept: kept,
                mayPrint: try !key.reading.decidesWithSecond || connection.hasCheck(for: .letter, at: now, key))
            return Found(content, about: kept.logged)
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}

extension FormBody {
    /// Paragraphs that must be there, or nil with the error that says so.
    func paragraphs(
        _ field: String, missing: String, limit: Int = 2_000, _ language: Language, _ errors: inout [FieldError]
    ) -> PlainText? {
        do { return try PlainText.paragraphs(text(field), limit: limit) } catch {
            errors.append(FieldError(field, error == .empty ? missing : language.invitations.wrong(error)))
            return nil
        }
    }
}
