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

/// What a guest asks of an organisation: help for a young person, or advice without names.
package struct GuestAskPages: Sendable {
    private let installation: Installation
    private let desk: Desk

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("guests/referrals/new") { try await begin(.referral, $0, $1) }
        router.post("guests/referrals", use: refer)
        router.get("guests/questions/new") { try await begin(.question, $0, $1) }
        router.post("guests/questions", use: ask)
    }

    private func begin(
        _ purpose: OutsideFormPage.Purpose, _ request: Request, _ visit: Visit
    ) async throws -> Response {
        guard let guest = try await guest(request, visit) else { return .seeOther(.guestVisit) }
        return try await page(purpose, GuestDraft(), of: guest, visit)
    }

    @Sendable private func refer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        guard let guest = try await guest(request, visit) else { return try await toVisit(.referral, form, visit) }
        var draft = GuestDraft(form)
        let words = visit.language.guests
        let receiver = try await receiver(&draft, of: guest, visit)
        let question = draft.needed("question", missing: words.questionMissing, visit.language)
        let why = form.optional("why", limit: GuestDraft.longest, visit.language.notes.wrong, &draft.errors)?.text
        let apart = draft.apart(visit.language)
        let (own, today) = (guest.practice.id, visit.today)
        let teams = try await installation.database.read { try $0.areaTeams(on: today) }.filter { $0.id != own }
        let team = draft.areaTeam(among: teams, visit.language)
        let child = draft.child(on: visit.today, visit.language)
        guard draft.errors.isEmpty, let receiver, let question, let child else {
            return try await page(.referral, draft, of: guest, visit)
        }
        let asked = OutsideQuestion(
            guest: guest.guest, mail: guest.mail, child: child, question: question, reason: why ?? "", apart: apart)
        return try await send(.help, asked, to: receiver, telling: team, .referral, draft, request, visit)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        guard let guest = try await guest(request, visit) else { return try await toVisit(.question, form, visit) }
        var draft = GuestDraft(form)
        let receiver = try await receiver(&draft, of: guest, visit)
        let question = draft.question.read(
            "message", missing: visit.language.guests.questionMissing, .ofStrangers, visit.language, &draft.errors)
        guard draft.errors.isEmpty, let receiver, let question else {
            return try await page(.question, draft, of: guest, visit)
        }
        let asked = OutsideQuestion(guest: guest.guest, mail: guest.mail, child: nil, question: question.text)
        return try await send(.question, asked, to: receiver, .question, draft, request, visit)
    }

    /// Sent twice it is one, and leads to the same.
    private func send(
        _ aim: OutsideReferral.Aim, _ asked: OutsideQuestion, to receiver: ID<Organisation>,
        telling team: ID<Organisation>? = nil, _ purpose: OutsideFormPage.Purpose, _ draft: GuestDraft,
        _ request: Request, _ visit: Visit
    ) async throws -> Response {
        guard let sending = draft.form.sending, let token = installation.guestToken(in: request) else {
            throw Problem.malformed
        }
        let digest = installation.vault.guestForm(sending.text)
        let link: String?
        do {
            link = try await keep(aim, asked, to: receiver, telling: team, digest, as: token, at: visit.now)
        } catch let refusal as OutsideReferral.Refusal {
            var draft = draft
            draft.errors.append(FieldError("organisation", visit.language.guests.refused(refusal)))
            guard let guest = try await guest(request, visit) else { return .seeOther(.guestVisit) }
            return try await page(purpose, draft, of: guest, visit)
        }
        guard let link else { return try await toVisit(aim == .help ? .referral : .question, draft.form, visit) }
        return .seeOther(.guestLink(link))
    }

    /// The link at which the guest reads of it; nil where their code opens nothing any more.
    ///
    /// - Throws: ``OutsideReferral/Refusal``
    private func keep(
        _ aim: OutsideReferral.Aim, _ asked: OutsideQuestion, to receiver: ID<Organisation>,
        telling team: ID<Organisation>?, _ digest: String, as token: SessionToken, at now: Moment
    ) async throws -> String? {
        let (vault, ids) = (installation.vault, installation.ids)
        let id: ID<OutsideReferral> = ids.next(at: now)
        return try await desk.admit(making: id) { connection in
            try connection.guestDoor(token, at: now, vault)
        } _: { door, keys, connection in
            if let before = try connection.outsideReferral(sentBy: digest) { return vault.guestLink(before, 1) }
            guard try connection.mayAskMore(door.practice, on: now.day) else { throw OutsideReferral.Refusal.tooMany }
            let kept = try connection.keptFrom(asked, in: [receiver, team], on: now.day, vault)
            let referral = try OutsideReferral(
                sending: id, aim, from: door.practice, by: .guest, to: Side(receiver), telling: team, keptFrom: kept,
                at: now)
            let body = try keys.seal(asked.text, at: .outsideQuestion(id), of: id)
            try connection.add(referral, body, formDigest: digest, at: now, ids)
            return try connection.addLink(of: id, mailed: false, at: now, vault)
        }
    }

    /// Where the code is asked again, with what was typed.
    private func toVisit(_ purpose: CarriedForm.Purpose, _ form: FormBody, _ visit: Visit) async throws -> Response {
        try await installation.whoPage(.visit(link: nil), GuestDraft(CarriedForm(purpose, form).fields), visit)
    }

    /// The form once the code was shown again, with what was typed in it before.
    func again(
        _ purpose: OutsideFormPage.Purpose, _ draft: GuestDraft, as token: SessionToken, _ visit: Visit
    ) async throws -> Response? {
        guard let guest = try await desk.guest(token, at: visit.now, installation.vault) else { return nil }
        return try await page(purpose, draft, of: guest, visit)
    }

    private func guest(_ request: Request, _ visit: Visit) async throws -> GuestVisit? {
        try await desk.guest(installation.guestToken(in: request), at: visit.now, installation.vault)
    }

    /// One of those that are offered.
    private func receiver(
        _ draft: inout GuestDraft, of guest: GuestVisit, _ visit: Visit
    ) async throws -> ID<Organisation>? {
        let (chosen, today) = (draft.form.id("organisation", Organisation.self), visit.today)
        let offered = try await installation.database.read { try $0.organisationsToRefer(on: today) }
        let found = offered.first { $0.id == chosen && $0.id != guest.practice.id }
        if found == nil { draft.errors.append(FieldError("organisation", visit.language.guests.whomMissing)) }
        return found?.id
    }

    private func page(
        _ purpose: OutsideFormPage.Purpose, _ draft: GuestDraft, of guest: GuestVisit, _ visit: Visit
    ) async throws -> Response {
        let (today, own) = (visit.today, guest.practice.id)
        let (offered, teams, within) = try await installation.database.read { connection in
            let offered = try connection.organisationsToRefer(on: today).filter { $0.id != own }.map {
                try Referrable($0, on: today, connection)
            }
            let kind: PromiseKind = purpose == .question ? .answerConsult : .answerReferral
            return (
                offered, try connection.areaTeams(on: today).filter { $0.id != own },
                try connection.norms().workingDays(for: kind, usual: Referral.answerNorm)
            )
        }
        let words = visit.language.guests
        let page = OutsideFormPage(
            language: visit.language, purpose: purpose, organisations: offered, practices: [], teams: teams,
            lead: purpose == .question ? words.askLead(within: within) : words.referLead(within: within),
            draft: draft, token: visit.token ?? "", form: installation.newForm(visit))
        return installation.guestPage(page.html, visit, isError: !draft.errors.isEmpty)
    }
}
