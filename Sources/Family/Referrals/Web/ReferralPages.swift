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

/// The referrals at a desk, and what is done with one of them.
package struct ReferralPages: Sendable {
    private let installation: Installation
    private let desk: Desk
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.live = live
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("referrals", use: list)
        router.get("waits", use: waits)
        router.get("referrals/:referral", use: show)
        for step in ReferralStep.allCases {
            router.post("referrals/:referral/\(step.rawValue)") { try await act(step, $0, $1) }
        }
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = request.uri.queryParameters
        let group = query["which"].flatMap { SealedReferrals.Group(rawValue: String($0)) } ?? .toAnswer
        let list = try await list(group, with: query["with"].flatMap { ID(String($0)) }, visit)
        let page = ReferralListPage(language: visit.language, list: list, now: visit.now)
        return .page(Layout(frame(visit), page.html).html)
    }

    @Sendable private func waits(_ request: Request, _ visit: Visit) async throws -> Response {
        let list = try await list(.waiting, with: nil, visit)
        let page = WaitListPage(language: visit.language, list: list, now: visit.now)
        return .page(Layout(frame(visit), page.html).html)
    }

    private func list(
        _ group: SealedReferrals.Group, with other: ID<Organisation>?, _ visit: Visit
    ) async throws -> ReferralList {
        try visit.requireProfessional()
        let (vault, account, today) = (installation.vault, try visit.account().id, visit.today)
        let look = try visit.look(.read, at: ItemName(.referral, account))
        let found = try await desk.list(look) { worker, connection in
            try SealedReferrals(of: worker, group, with: other, on: today, limit: 50, connection)
        } _: {
            try $1.sight($0)
        }
        let (sights, behalf) = (found?.values ?? [], visit.behalf)
        return try await installation.database.read { connection in
            let organisation = try connection.organisation(behind: behalf, of: account, on: today)
            let worker = organisation.map { Worker(account, for: $0) }
            let others = try worker.map { try connection.otherSides(of: $0) } ?? []
            return ReferralList(
                group: group, other: other, sights: sights, counts: found?.list.counts ?? [:], others: others,
                worker: worker,
                names: try ReferralNames(sights.map(\.referral), others: others, connection, vault))
        }
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { ReferralActDraft(typed: $0) } ?? ReferralActDraft(), visit)
    }

    // MARK: What is done with it

    private func act(_ step: ReferralStep, _ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let form = try await FormBody.read(request)
        var draft = ReferralActDraft(form, step)
        let id: ID<Referral> = try visit.id("referral")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let said = draft.saying(visit.language)
        guard let act = draft.act(visit.language), let said else { return try await page(draft, visit) }
        let (now, ids, vault) = (visit.now, installation.ids, installation.vault)
        let look = try visit.look(.update, at: ItemName(.referral, id))
        do {
            let done = try await desk.act(id, look, form: submission) { key, connection in
                try connection.carryOut(act, saying: said, at: now, key, ids, vault)
                return key.item.family.text
            }
            guard let done else { return try installation.handedBack(draft.typed, visit) }
            if let family = ID<Family>(done) { await live.wrote(in: family) }
        } catch let refusal as Referral.Refusal {
            draft.errors = [FieldError(draft.field, visit.language.referrals.refused(refusal))]
            return try await page(draft, visit, status: .conflict)
        }
        return .seeOther(step == .passing ? .referrals : .referral(id))
    }

    private func page(
        _ draft: ReferralActDraft, _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<Referral> = try visit.id("referral")
        let (vault, today) = (installation.vault, visit.today)
        let look = try visit.look(.read, at: ItemName(.referral, id))
        let content = try await desk.read(id, look) { key, connection in
            try ReferralContent(key, on: today, connection, vault)
        }
        guard let content else { return try installation.handedBack(draft.typed, visit) }
        let page = ReferralPage(
            language: visit.language, content: content, draft: draft, isRefused: status == .conflict, now: visit.now,
            token: visit.token ?? "", newForm: { [installation] in installation.newForm(visit) })
        var frame = frame(visit)
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : status)
    }

    private func frame(_ visit: Visit) -> Frame {
        var frame = installation.frame(visit, title: visit.language.referrals.title)
        frame.isNarrow = true
        return frame
    }
}

extension ReferralActDraft {
    /// The field at which a refusal is shown.
    var field: String { (step?.rawValue ?? "") + (step?.hasChoice == true ? "Choice" : "Text") }

    /// What is said with it; nil with the error that says what to mend.
    mutating func saying(_ language: Language) -> ReferralSaying? {
        guard let step else { return nil }
        let needs = step == .refusal || step == .giveBack
        let text = checked(\.text, "Text", isNeeded: needs || step == .end, language.referrals.reasonMissing, language)
        let elsewhere = checked(
            \.elsewhere, "Elsewhere", isNeeded: needs, language.referrals.elsewhereMissing, language)
        let other = checked(\.subcontractor, "Subcontractor", isNeeded: false, "", language)
        return errors.isEmpty ? ReferralSaying(text, elsewhere: elsewhere, subcontractor: other) : nil
    }

    private mutating func checked(
        _ typed: KeyPath<ReferralActDraft, String>, _ field: String, isNeeded: Bool, _ missing: String,
        _ language: Language
    ) -> String {
        errors.paragraphs(
            self[keyPath: typed], limit: 2_000, at: (step?.rawValue ?? "") + field, isNeeded: isNeeded, missing,
            language)
    }

    /// The act that was chosen; nil with the error that says what to mend.
    mutating func act(_ language: Language) -> Referral.Act? {
        let act: Referral.Act? =
            switch step {
            case .taking: .take
            case .passing: choice.isEmpty ? .pass(to: nil) : ID(choice).map { .pass(to: $0) }
            case .acceptance: Referral.Keeper(rawValue: choice).map { .accept($0) }
            case .refusal: .decline
            case .redirection: ID(choice).map { .redirect(to: $0) }
            case .appointment: .meet
            case .giveBack: .giveBack
            case .start: .start
            case .pause: .pause
            case .resumption: .resume
            case .contact: .bridge
            case .end: ReferralResult(rawValue: choice).map { .finish($0) }
            case .verdict: Referral.Closing(rawValue: choice).map { .hear($0) }
            case .withdrawal: .withdraw
            case nil: nil
            }
        if act == nil { errors.append(FieldError(field, language.referrals.choiceMissing)) }
        return errors.isEmpty ? act : nil
    }
}

extension ReferralStep {
    var hasChoice: Bool {
        switch self {
        case .passing, .acceptance, .redirection, .end, .verdict: true
        case .taking, .refusal, .appointment, .start, .pause, .resumption, .contact, .giveBack, .withdrawal: false
        }
    }
}
