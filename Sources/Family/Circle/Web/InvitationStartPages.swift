// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Asking somebody into a circle.
package struct InvitationStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/invitations/new", use: new)
        router.post("families/:family/invitations", use: invite)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let asked = request.uri.queryParameters["kind"].flatMap { Membership.Kind(rawValue: String($0)) }
        let (circle, reading, candidates) = try await content(visit)
        let family: ID<Family> = try visit.id("family")
        var draft = visit.typed.map { InvitationDraft($0) }
        draft?.wasKept = true
        let role = request.uri.queryParameters["role"].flatMap { Role(rawValue: String($0)) }
        if draft == nil, let role {
            draft = InvitationDraft(role, reading, on: visit.today, visit.language.roles)
        }
        guard let draft = draft ?? asked.map({ InvitationDraft($0) }) else {
            let page = InvitationKindPage(language: visit.language, family: family)
            return answer(page.html, visit, reading)
        }
        return page(draft, circle, reading, candidates, family, visit)
    }

    @Sendable private func invite(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let (circle, reading, candidates) = try await content(visit)
        var draft = InvitationDraft(form)
        let typed = InvitationTyped(form, &draft, visit.language.invitations)
        let sending = InvitationSending(installation: installation, circle: circle, reading: reading, visit: visit)
        let invited = try await sending.invited(typed, &draft)
        guard draft.errors.isEmpty, let invited else { return page(draft, circle, reading, candidates, family, visit) }
        let toSend = try sending.toSend(draft, typed, invited)
        let ids = installation.ids
        let (vault, now) = (installation.vault, visit.now)
        // What is kept from somebody leaves no line about a person in the log they read.
        let about = draft.apart.isEmpty ? draft.persons : []
        let role = draft.role.flatMap { $0.preset.kind == draft.kind ? $0 : nil }
        do {
            let look = try visit.look(.update, at: ItemName(.circle, toSend.draft.id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.send(toSend, at: now, ids: ids, key, vault)
                if let role { try connection.note(role, of: toSend.draft.id, key) }
                return Found(Link.invitation(key.family, toSend.draft.id).text, about: about)
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as InvitationRefusal {
            draft.errors = [try sending.error(refusal)]
            return page(draft, circle, reading, candidates, family, visit)
        } catch is SecondProfessional.Refusal {
            draft.errors = [FieldError("second", visit.language.notAsked.secondMissing)]
            return page(draft, circle, reading, candidates, family, visit)
        } catch is ClosedTrack.Refusal {
            draft.errors = [FieldError("name", visit.language.safety.askFirst)]
            return page(draft, circle, reading, candidates, family, visit)
        }
    }

    private func page(
        _ draft: InvitationDraft, _ circle: CircleSight, _ reading: Reading, _ candidates: [SecondCandidate],
        _ family: ID<Family>, _ visit: Visit
    ) -> Response {
        let page = InvitationFormPage(
            circle, reading, draft, candidates, family: family, on: visit.today, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        return answer(page.html, visit, reading, isError: !draft.errors.isEmpty)
    }

    private func answer(_ html: HTML, _ visit: Visit, _ reading: Reading, isError: Bool = false) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.invitations.invite, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }

    /// - Throws: ``Problem/notFound`` for whoever may invite for nobody here.
    private func content(_ visit: Visit) async throws -> (CircleSight, Reading, [SecondCandidate]) {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let today = visit.today
        let content = try await dossiers.read(family, look) { key, connection in
            let covered = key.reading.covered.keys
            guard covered.contains(where: { key.reading.mayInvite(for: [$0], on: today) }) else {
                return Found<(CircleSight, Reading, [SecondCandidate])>?.none
            }
            let candidates = try connection.secondProfessionals(about: [], key)
            return Found((try connection.circle(key), key.reading, candidates), about: Set(covered))
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}
