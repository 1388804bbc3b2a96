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

/// What an area team may know of referrals that went past it, and its answer when it is offered direction.
package struct DirectReferralPages: Sendable {
    private let installation: Installation
    private let desk: Desk

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("direct-referrals") { request, visit in try await page(nil, visit) }
        for step in DirectStep.allCases {
            router.post("direct-referrals/:referral/\(step.rawValue)") { try await act(step, $0, $1) }
        }
    }

    private func act(_ step: DirectStep, _ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let form = try await FormBody.read(request)
        let id: ID<DirectReferral> = try visit.id("referral")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = DirectDraft(id, step == .refusal ? form.text(DirectDraft.field(of: id)) : "")
        let reason = draft.errors.paragraphs(
            draft.reason, limit: 2_000, at: DirectDraft.field(of: id), isNeeded: step == .refusal,
            visit.language.referrals.reasonMissing, visit.language)
        guard draft.errors.isEmpty else { return try await page(draft, visit) }
        let (now, ids, vault) = (visit.now, installation.ids, installation.vault)
        do {
            let look = try visit.look(.update, at: ItemName(.outsideReferral, id))
            let done = try await desk.act(id, look, form: submission) { key, connection in
                let act: DirectReferral.Act = step == .direction ? .direct : .leave
                return try connection.carryOut(act, saying: reason, at: now, key, ids, vault) ? "" : nil
            }
            guard done != nil else {
                return try installation.handedBack([draft.reason].filter { !$0.isEmpty }, visit)
            }
        } catch let refusal as OutsideReferral.Refusal {
            // Who answered meanwhile left no field to stand at.
            draft.errors = [FieldError("seen", visit.language.guests.refused(refusal))]
            return try await page(draft, visit, status: .conflict)
        }
        return .seeOther(.directReferrals)
    }

    /// Not there for who works for no area team.
    private func page(
        _ sent: DirectDraft?, _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        try visit.requireProfessional()
        let account = try visit.account().id
        let look = try visit.look(.read, at: ItemName(.outsideReferral, account))
        let (vault, today) = (installation.vault, visit.today)
        let found = try await desk.list(look) {
            guard let list = try SealedDirectReferrals(of: $0, on: today, $1, vault) else { throw Problem.notFound }
            return list
        } _: {
            try $1.sight($0)
        }
        guard let found else { throw Problem.notFound }
        let draft = sent ?? visit.typed.map { DirectDraft(typed: $0, among: found.values) } ?? DirectDraft()
        let sides = Set(
            found.values.flatMap { [$0.direct.referral.practice, $0.direct.referral.receiver.organisation] })
        let names = try await installation.database.read { try $0.organisations(sides.sorted()) }
        let page = DirectReferralPage(
            language: visit.language, sights: found.values, unseen: found.list.unseen,
            names: Dictionary(uniqueKeysWithValues: names.map { ($0.id, $0.name) }), draft: draft,
            token: visit.token ?? "", newForm: { [installation] in installation.newForm(visit) })
        var frame = installation.frame(visit, title: visit.language.outsideReferrals.directTitle)
        (frame.isNarrow, frame.isError) = (true, !draft.errors.isEmpty)
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : status)
    }
}
