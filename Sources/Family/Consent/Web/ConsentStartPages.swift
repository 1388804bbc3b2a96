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

/// Asking whether something may be shared, or help be given.
package struct ConsentStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/consents/new", use: start)
        router.post("families/:family/consents", use: ask)
    }

    @Sendable private func start(_ request: Request, _ visit: Visit) async throws -> Response {
        let content = try await content(visit)
        let asked = request.uri.queryParameters["asked"].map(String.init) == Asked.help.rawValue ? Asked.help : .share
        return try page(visit.typed.map { ConsentAskDraft($0) } ?? ConsentAskDraft(asked), content, visit)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let content = try await content(visit)
        var draft = ConsentAskDraft(form)
        guard let typed = draft.typed(form, visit.language) else { return try page(draft, content, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let consent = Consent(
            id: ids.next(at: now), asked: draft.asked, by: content.reading.reader, persons: draft.persons, made: now,
            until: typed.until)
        do {
            let look = try visit.look(.create, at: ItemName(.consent, consent.id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.ask(consent, typed.letter, without: typed.without, ids: ids, key, vault)
                // Where somebody is left out it is about nobody in the log: a line there would tell of it.
                let logged = typed.without == nil ? consent.persons : []
                return Found(Link.consent(key.family, consent.id).text, about: logged)
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as ConsentRefusal {
            draft.errors = [try error(refusal, content.circle, visit.language)]
        } catch let refusal as NotAsked.Refusal {
            draft.errors = [refusal.error(visit.language)]
        } catch is SecondProfessional.Refusal {
            draft.errors = [FieldError("unaskedSecond", visit.language.notAsked.secondMissing)]
        }
        return try page(draft, content, visit)
    }

    private func error(
        _ refusal: ConsentRefusal, _ circle: CircleSight, _ language: Language
    ) throws -> FieldError {
        let words = language.consentForm
        switch refusal {
        case .forNobody: return FieldError("persons", words.personsMissing)
        case .notYoursToAsk: throw Problem.notFound
        case .termIsWrong: return FieldError("until", words.termIsWrong)
        case .nobodyDecides(let person, let reason):
            let name = circle.name(of: person) ?? language.circle.erased
            return FieldError("persons", words.nobodyDecides(name, language.consent.reason(reason)))
        }
    }

    private func page(_ draft: ConsentAskDraft, _ content: ConsentAskContent, _ visit: Visit) throws -> Response {
        let page = ConsentFormPage(
            content.circle, content.reading, draft, family: try visit.id("family"), on: visit.today, content.candidates,
            token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(
            visit, title: visit.language.consentForm.title(draft.asked), for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    /// - Throws: ``Problem/notFound`` for whoever may ask for nobody here.
    private func content(_ visit: Visit) async throws -> ConsentAskContent {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let today = visit.today
        let content = try await dossiers.read(family, look) { key, connection in
            let covered = key.reading.covered.keys
            guard covered.contains(where: { key.reading.mayInvite(for: [$0], on: today) }) else {
                return Found<ConsentAskContent>?.none
            }
            let content = ConsentAskContent(
                circle: try connection.circle(key), reading: key.reading,
                candidates: try connection.secondProfessionals(about: [], key))
            return Found(content, about: Set(covered))
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}

/// What the form needs to know.
private struct ConsentAskContent: Sendable {
    let circle: CircleSight
    let reading: Reading
    /// Whom a professional can ask to decide with them that somebody is not asked.
    let candidates: [SecondCandidate]
}
