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

/// An invitation to a circle, for those who are in it: who is asked, who said what, one's own answer.
package struct InvitationPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/invitations/:invitation", use: invitation)
        router.post("families/:family/invitations/:invitation/answer", use: answer)
        router.post("families/:family/invitations/:invitation/withdrawal", use: withdraw)
    }

    @Sendable private func invitation(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let content = try await content(visit)
        let words = visit.language.invitations
        var answers: [ID<Person>: Invitation.Answer] = [:]
        var errors: [FieldError] = []
        for person in content.awaited(at: visit.now) {
            let field = "person-\(person)"
            guard let said = Invitation.Answer(rawValue: form.text(field)) else {
                errors.append(FieldError(field, words.answerMissing))
                continue
            }
            answers[person] = said
        }
        // One child may be answered for and the other left for later.
        guard !answers.isEmpty else {
            guard !errors.isEmpty else { return try await over(visit) }
            return try await page(visit, errors: errors)
        }
        let ids = installation.ids
        let (said, now, vault) = (answers, visit.now, installation.vault)
        return try await act(visit, form) { kept, key, connection in
            try connection.answer(kept, said, at: now, ids: ids, key, vault)
            return .invitation(key.family, kept.invitation.id)
        }
    }

    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form) { kept, key, connection in
            try connection.withdraw(kept, at: now, key, vault)
            return .circle(key.family)
        }
    }

    /// Carries out an act on the invitation; somebody who was just too late is told so.
    private func act(
        _ visit: Visit, _ form: FormBody,
        _ act: @escaping @Sendable (KeptInvitation, borrowing DossierKey, Connection) throws -> Link
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Invitation> = try visit.id("invitation")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        do {
            let look = try visit.look(.update, at: ItemName(.circle, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let kept = try connection.invitation(id, key) else { return nil }
                return Found(try act(kept, key, connection).text, about: kept.loggedPersons)
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as Invitation.Refusal {
            switch refusal {
            case .over, .answeredBefore, .acceptedBefore: return try await over(visit)
            case .notForYou, .notYoursToAnswer, .notYoursToWithdraw: throw Problem.notFound
            }
        }
    }

    /// The clear answer to who was too late: nothing was done, and why.
    private func over(_ visit: Visit) async throws -> Response {
        let words = visit.language.invitations
        let content = try await content(visit)
        let html: HTML = """
            \(PageHead(words.over, lead: words.overText, above: More(.circle(content.family), words.toCircle)))
            """
        return answer(html, visit, content.reading, status: .conflict)
    }

    private func page(_ visit: Visit, errors: [FieldError] = []) async throws -> Response {
        let content = try await content(visit)
        let page = InvitationPage(
            content, at: visit.now, errors: errors, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        return answer(page.html, visit, content.reading, status: errors.isEmpty ? .ok : .badRequest)
    }

    private func answer(
        _ html: HTML, _ visit: Visit, _ reading: Reading, status: HTTPResponse.Status
    ) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.invitations.open, for: reading)
        frame.isNarrow = true
        frame.isError = status == .badRequest
        return .page(Layout(frame, html).html, status: status)
    }

    private func content(_ visit: Visit) async throws -> InvitationContent {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Invitation> = try visit.id("invitation")
        let look = try visit.look(.read, at: ItemName(.circle, id))
        let content = try await dossiers.read(family, look) { key, connection in
            guard let kept = try connection.invitation(id, key) else { return Found<InvitationContent>?.none }
            let content = InvitationContent(
                family: family, kept: kept, circle: try connection.circle(key), reading: key.reading,
                agreements: try connection.whoMustAgree(for: kept.invitation.persons, key))
            return Found(content, about: kept.loggedPersons)
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}

extension KeptInvitation {
    /// About whom the access log says that somebody looked: nobody, where it is kept from somebody, as a line in the
    /// log they read would tell.
    var loggedPersons: Set<ID<Person>> {
        invitation.apart.isEmpty && apartMembers.isEmpty ? invitation.persons : []
    }
}
