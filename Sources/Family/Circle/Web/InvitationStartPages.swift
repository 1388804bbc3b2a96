// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
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
        let invited = try await invited(typed, &draft, reading, visit)
        guard draft.errors.isEmpty, let invited else { return page(draft, circle, reading, candidates, family, visit) }
        let toSend = try toSend(draft, typed, invited, circle, visit)
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
            draft.errors = [try error(refusal, circle, visit.language)]
            return page(draft, circle, reading, candidates, family, visit)
        } catch is SecondProfessional.Refusal {
            draft.errors = [FieldError("second", visit.language.notAsked.secondMissing)]
            return page(draft, circle, reading, candidates, family, visit)
        } catch is ClosedTrack.Refusal {
            draft.errors = [FieldError("name", visit.language.safety.askFirst)]
            return page(draft, circle, reading, candidates, family, visit)
        }
    }

    private func toSend(
        _ draft: InvitationDraft, _ typed: InvitationTyped, _ invited: InvitedParty, _ circle: CircleSight,
        _ visit: Visit
    ) throws -> InvitationToSend {
        let account = try visit.account()
        let away = draft.apart
        let persons = Set(circle.persons.map(\.person.id).filter { away.contains($0.text) })
        let members = Set(circle.members.map(\.membership.account).filter { away.contains($0.text) })
        let invitation = Invitation(
            id: installation.ids.next(at: visit.now), kind: draft.kind, by: account.id, invited: invited.invited,
            organisation: invited.organisation?.id, persons: draft.persons, share: draft.share ?? .contact,
            until: typed.until, apart: persons, made: visit.now)
        let face = MemberFace(
            name: invited.name ?? typed.name?.text ?? "", function: typed.function?.text ?? "",
            organisation: invited.organisation?.name, expectation: typed.expectation?.text ?? "",
            notTheirTask: typed.notTheirTask?.text ?? "")
        let inviter = circle.name(of: account.id) ?? account.profile.name
        return InvitationToSend(
            invitation, InvitationLetter(face: face, inviter: inviter), notAsking: typed.notAsking,
            apartMembers: members, asking: visit.language.invitations.asking)
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

/// For whom an invitation is, as it was found among organisations and accounts.
struct InvitedParty {
    let invited: Invitation.Invited
    var organisation: Organisation?
    /// The name of somebody known here.
    var name: String?
}

extension InvitationStartPages {
    /// Who was meant; nil with the error in the draft.
    ///
    /// A family finds an organisation by its exact name, and a refuge or another one without a kind not at all: which
    /// there are, and who works there, is no list to look around in.
    fileprivate func invited(
        _ typed: InvitationTyped, _ draft: inout InvitationDraft, _ reading: Reading, _ visit: Visit
    ) async throws -> InvitedParty? {
        guard draft.kind == .professional else { return InvitedParty(invited: .nobodyYet) }
        guard let called = typed.organisation else { return nil }
        let words = visit.language.invitations
        let isFamily = reading.ownPerson != nil
        let found = try await installation.database.read { connection in
            try connection.organisations(called: called.text, exactly: isFamily)
        }.filter { !isFamily || $0.kind != .other }
        guard let organisation = found.first else {
            draft.errors.append(FieldError("organisation", words.organisationUnknown))
            return nil
        }
        guard found.count == 1 else {
            let names = visit.language.choice(found.prefix(6).map(\.name))
            draft.errors.append(FieldError("organisation", words.organisationWhich(names)))
            return nil
        }
        guard let name = typed.colleague else {
            return InvitedParty(invited: .whoeverDoesIt, organisation: organisation)
        }
        let (vault, today) = (installation.vault, visit.today)
        let colleagues = try await installation.database.read { connection in
            try connection.colleagues(called: name.text, in: organisation.id, on: today, vault)
        }
        guard let colleague = colleagues.first, colleagues.count == 1, colleague.id != reading.reader else {
            draft.errors.append(FieldError("colleague", words.colleagueUnknown))
            return nil
        }
        return InvitedParty(
            invited: .account(colleague.id), organisation: organisation, name: colleague.profile.name)
    }

    fileprivate func error(
        _ refusal: InvitationRefusal, _ circle: CircleSight, _ language: Language
    ) throws -> FieldError {
        let words = language.invitations
        let name = { (person: ID<Person>) in circle.name(of: person) ?? language.circle.erased }
        switch refusal {
        case .forNobody: return FieldError("persons", words.nobodyChosen)
        case .notYoursToInvite: throw Problem.notFound
        case .moreThanYourOwn: return FieldError("share", words.moreThanYourOwn)
        case .nobodyDecides(let person, let reason):
            return FieldError("persons", words.nobodyDecides(name(person), reason))
        case .mustKnow(let person): return FieldError("apart", words.mustKnow(name(person)))
        case .secondIsFirst: return FieldError("second", words.secondIsFirst)
        case .termIsOver: return FieldError("until", words.termIsOver)
        }
    }
}
