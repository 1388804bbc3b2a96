// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// For whom an invitation is, as it was found among organisations and accounts.
struct InvitedParty {
    let invited: Invitation.Invited
    var organisation: Organisation?
    /// The name of somebody known here.
    var name: String?
}

/// From what was typed to an invitation that can be sent: whom it means, and what is wrong with it.
struct InvitationSending {
    let installation: Installation
    let circle: CircleSight
    let reading: Reading
    let visit: Visit

    /// Who was meant; nil with the error in the draft.
    ///
    /// A family finds an organisation by its exact name, and a refuge or another one without a kind not at all: which
    /// there are, and who works there, is no list to look around in.
    func invited(_ typed: InvitationTyped, _ draft: inout InvitationDraft) async throws -> InvitedParty? {
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

    func toSend(_ draft: InvitationDraft, _ typed: InvitationTyped, _ invited: InvitedParty) throws -> InvitationToSend
    {
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

    func error(_ refusal: InvitationRefusal) throws -> FieldError {
        let words = visit.language.invitations
        let name = { (person: ID<Person>) in circle.name(of: person) ?? visit.language.circle.erased }
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
