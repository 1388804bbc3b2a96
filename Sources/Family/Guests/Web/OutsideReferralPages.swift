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

/// What guests asked of one's organisation, what is done with one of them, and letters that came otherwise.
package struct OutsideReferralPages: Sendable {
    private let installation: Installation
    private let desk: Desk

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("outside-referrals", use: list)
        router.get("outside-referrals/new", use: begin)
        router.post("outside-referrals", use: takeIn)
        router.get("outside-referrals/:referral", use: show)
        for step in OutsideStep.allCases {
            router.post("outside-referrals/:referral/\(step.rawValue)") { try await act(step, $0, $1) }
        }
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let account = try visit.account().id
        let look = try visit.look(.read, at: ItemName(.outsideReferral, account))
        let vault = installation.vault
        let found = try await desk.list(look) {
            try SealedOutsideReferrals(of: $0, limit: 100, $1, vault)
        } _: {
            try $1.sight($0)
        }
        let sights = found?.values ?? []
        let organisation = found?.list.worker.organisation
        let (names, kind) = try await installation.database.read { connection in
            (
                try connection.organisations(Set(sights.map(\.referral.practice)).sorted()),
                try organisation.flatMap { try connection.organisation($0)?.kind }
            )
        }
        let page = OutsideListPage(
            language: visit.language, sights: sights, worker: found?.list.worker, hasMore: found?.list.hasMore ?? false,
            practices: Dictionary(uniqueKeysWithValues: names.map { ($0.id, $0.name) }), isAreaTeam: kind == .areaTeam,
            now: visit.now)
        return .page(Layout(frame(visit), page.html).html)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { OutsideDraft(typed: $0) } ?? OutsideDraft(), visit)
    }

    // MARK: What is done with it

    private func act(_ step: OutsideStep, _ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let form = try await FormBody.read(request)
        var draft = OutsideDraft(form, step)
        let id: ID<OutsideReferral> = try visit.id("referral")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let isQuestion = try await installation.database.read { try $0.isQuestion(id) }
        let said = draft.saying(visit.language, isQuestion: isQuestion)
        guard let act = draft.act(visit.language), let said else { return try await page(draft, visit) }
        let (now, ids, vault) = (visit.now, installation.ids, installation.vault)
        let isMailed = installation.sendsMail
        do {
            let look = try visit.look(.update, at: ItemName(.outsideReferral, id))
            let done = try await desk.act(id, look, form: submission) { key, connection in
                try connection.carryOut(act, saying: said, at: now, mailed: isMailed, key, ids, vault)
                return ""
            }
            guard done != nil else { return try installation.handedBack(draft.typed, visit) }
        } catch let refusal as OutsideReferral.Refusal {
            draft.errors = [FieldError(draft.field, visit.language.guests.refused(refusal))]
            return try await page(draft, visit, status: .conflict)
        }
        return .seeOther(step == .passing ? .outsideReferrals : .outsideReferral(id))
    }

    private func page(
        _ draft: OutsideDraft, _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<OutsideReferral> = try visit.id("referral")
        let (vault, today) = (installation.vault, visit.today)
        let content = try await desk.read(id, try visit.look(.read, at: ItemName(.outsideReferral, id))) {
            key, connection in try OutsideContent(key, on: today, connection, vault)
        }
        guard let content else { return try installation.handedBack(draft.typed, visit) }
        let page = OutsideReferralPage(
            language: visit.language, content: content, draft: draft, isRefused: status == .conflict,
            isMailed: installation.sendsMail, now: visit.now,
            token: visit.token ?? "", newForm: { [installation] in installation.newForm(visit) })
        var frame = frame(visit)
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : status)
    }

    // MARK: A letter that came otherwise

    @Sendable private func begin(_ request: Request, _ visit: Visit) async throws -> Response {
        if let choice = try await installation.workToChoose(visit) { return .seeOther(choice) }
        return try await letter(visit.typed.map { GuestDraft($0) } ?? GuestDraft(), visit)
    }

    @Sendable private func takeIn(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let form = try await FormBody.read(request)
        let choice = try await installation.workToChoose(visit, keeping: form, typedOn: .newOutsideReferral)
        if let choice { return choice }
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = GuestDraft(form)
        guard let (asked, practice, team) = try await asked(&draft, visit) else {
            return try await letter(draft, visit)
        }
        let (vault, ids, now) = (installation.vault, installation.ids, visit.now)
        let id: ID<OutsideReferral> = ids.next(at: now)
        do {
            let look = try visit.look(.create, at: ItemName(.outsideReferral, id))
            let link = try await desk.begin(look, form: submission) { worker, connection in
                let kept = try connection.keptFrom(asked, in: [worker.organisation, team], on: now.day, vault)
                let hand = kept.contains(worker.account) ? nil : worker.account
                return try OutsideReferral(
                    sending: id, .help, from: practice, by: .letter, to: Side(worker.organisation, hand),
                    telling: team, keptFrom: kept, at: now)
            } _: { key, connection in
                let body = try key.seal(asked.text, at: .outsideQuestion(id))
                try connection.add(
                    key.item, body, formDigest: vault.guestForm(submission.text), by: key.worker.account, at: now, ids)
                return Link.outsideReferral(id).text
            }
            guard let link else { return try installation.handedBack([asked.question], visit) }
            return .seeOther(Link(local: link) ?? .outsideReferrals)
        } catch let refusal as OutsideReferral.Refusal {
            draft.errors.append(FieldError("practice", visit.language.guests.refused(refusal)))
            return try await letter(draft, visit)
        }
    }

    /// What the letter asks, and which practice wrote it.
    private func asked(
        _ draft: inout GuestDraft, _ visit: Visit
    ) async throws -> (OutsideQuestion, ID<Organisation>, team: ID<Organisation>?)? {
        let words = visit.language.guests
        let practice = draft.practice(among: try await writers(visit), visit.language)
        let writer = draft.guest(
            nameMissing: words.nameMissing, functionMissing: words.functionMissing, visit.language)
        let question = draft.needed("question", missing: words.questionMissing, visit.language)
        let why = draft.form.optional("why", limit: GuestDraft.longest, visit.language.notes.wrong, &draft.errors)
        let team = draft.areaTeam(among: try await teams(visit), visit.language)
        let child = draft.child(on: visit.today, visit.language)
        guard draft.errors.isEmpty, let practice, let writer, let question, let child else { return nil }
        let asked = OutsideQuestion(
            guest: writer, mail: "", child: child, question: question, reason: why?.text ?? "",
            apart: draft.apart(visit.language))
        guard draft.errors.isEmpty else { return nil }
        return (asked, practice.id, team)
    }

    /// Those whose people write letters, whether they have a number on record or not.
    private func writers(_ visit: Visit) async throws -> [Organisation] {
        let today = visit.today
        return try await installation.database.read { connection in
            try connection.organisations(on: today).map(\.organisation).filter(\.kind.hasGuests)
        }
    }

    private func teams(_ visit: Visit) async throws -> [Organisation] {
        let today = visit.today
        return try await installation.database.read { try $0.areaTeams(on: today) }
    }

    private func letter(_ draft: GuestDraft, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let page = OutsideFormPage(
            language: visit.language, purpose: .letter, organisations: [], practices: try await writers(visit),
            teams: try await teams(visit),
            lead: visit.language.outsideReferrals.letterLead, draft: draft, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = frame(visit)
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    private func frame(_ visit: Visit) -> Frame {
        var frame = installation.frame(visit, title: visit.language.outsideReferrals.title)
        frame.isNarrow = true
        return frame
    }
}
