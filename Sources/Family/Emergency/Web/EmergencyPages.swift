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

/// Opening a family in an emergency, by who is on duty; and judging that afterwards, by somebody uninvolved.
package struct EmergencyPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("emergency", use: ask)
        router.post("emergency", use: open)
        router.get("families/:family/emergency", use: show)
        router.post("families/:family/emergency/widening", use: widen)
        router.get("families/:family/emergencies/:emergency", use: toReview)
        router.post("families/:family/emergencies/:emergency/review", use: review)
    }

    // MARK: Opening

    /// Whether somebody is on duty is asked with what they opened.
    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        try await askPage(visit.typed.map { EmergencyDraft($0) } ?? EmergencyDraft(), visit)
    }

    @Sendable private func open(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = EmergencyDraft(form)
        let words = visit.language.emergency
        let name = form.line("name", missing: words.nameMissing, visit.language.invitations.wrong, &draft.errors)
        let birth = Day(draft.birth)
        if birth == nil { draft.errors.append(FieldError("birth", words.birthMissing)) }
        let reason = form.needed("reason", words.reasonMissing, visit.language, &draft.errors)
        guard let name, let birth, let reason, draft.errors.isEmpty else { return try await askPage(draft, visit) }
        let account = try visit.account()
        let look = try visit.look(.execute, at: ItemName(.emergency, account.id))
        let found = try await dossiers.openEmergency(
            SoughtPerson(name: name, birth: birth), because: reason, ids: installation.ids, look)
        switch found {
        case nil: throw Problem.notFound
        case .opened(let families) where families.count == 1: return .seeOther(.emergency(families[0]))
        case .opened: return .seeOther(.emergencyDesk)
        case .nothing: draft.errors.append(FieldError("name", words.notFound))
        case .waits(let wait): draft.errors.append(FieldError("name", words.wait(minutes: wait.wholeMinutes)))
        }
        return try await askPage(draft, visit)
    }

    private func askPage(_ draft: EmergencyDraft, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let (today, behalf) = (visit.today, visit.behalf)
        let work = try await installation.database.read { try $0.work(behind: behalf, of: account.id, on: today) }
        guard EmergencyAccess.duty(among: work) != nil else { throw Problem.notFound }
        let open = try await dossiers.openEmergencies(try visit.look(.read, at: ItemName(.emergency, account.id)))
        let page = EmergencyDeskPage(
            language: visit.language, open: open.map { .init($0.family, $0.access, visit.language) }, draft: draft,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.emergency.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    // MARK: Reading

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await openPage(EmergencyDraft(), visit)
    }

    @Sendable private func widen(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = EmergencyDraft(form)
        let reason = form.needed("reason", visit.language.emergency.reasonMissing, visit.language, &draft.errors)
        guard let reason else { return try await openPage(draft, visit) }
        do {
            let look = try visit.look(.execute, at: ItemName(.emergency, family))
            let isDone = try await dossiers.widenEmergency(in: family, because: reason, form: submission, look)
            guard isDone else { throw Problem.notFound }
        } catch EmergencyAccess.Refusal.alreadyWide {}
        return .seeOther(.emergency(family))
    }

    private func openPage(_ draft: EmergencyDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        // What it shows is the circle: as that the family is told of it, once who judges it says so.
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection -> Found<EmergencyContent>? in
            guard let access = try connection.ownEmergency(at: now, key) else { return nil }
            let content = EmergencyContent(
                family: key.family, reading: key.reading, access: access, name: try key.familyName(),
                circle: try connection.circle(key), card: try connection.safetyCard(key))
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        let page = EmergencyPage(
            content, draft, today: visit.today, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.emergency.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    // MARK: Judging

    @Sendable private func toReview(_ request: Request, _ visit: Visit) async throws -> Response {
        try await reviewPage(visit.typed.map { EmergencyDraft($0) } ?? EmergencyDraft(), visit)
    }

    @Sendable private func review(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = EmergencyDraft(form)
        let words = visit.language.emergency
        if !["right", "wrong"].contains(draft.judged) {
            draft.errors.append(FieldError("judged", words.judgedMissing))
        }
        if !["show", "keep"].contains(draft.shown) { draft.errors.append(FieldError("shown", words.shownMissing)) }
        let reason = form.needed("reason", words.reviewMissing, visit.language, &draft.errors)
        guard let reason, draft.errors.isEmpty else { return try await reviewPage(draft, visit) }
        let (family, id): (ID<Family>, ID<EmergencyAccess>) = (try visit.id("family"), try visit.id("emergency"))
        do {
            let look = try visit.look(.update, at: ItemName(.emergency, id))
            let isDone = try await dossiers.review(
                id, in: family, of: try visit.account(), wasRight: draft.judged == "right",
                isShown: draft.shown == "show", because: reason, look)
            guard isDone else { throw Problem.notFound }
        } catch EmergencyAccess.Refusal.reviewedBefore {}
        return .seeOther(.emergencyReview(family, id))
    }

    private func reviewPage(_ draft: EmergencyDraft, _ visit: Visit) async throws -> Response {
        let (family, id): (ID<Family>, ID<EmergencyAccess>) = (try visit.id("family"), try visit.id("emergency"))
        let look = try visit.look(.read, at: ItemName(.emergency, id))
        let sight = try await dossiers.emergency(id, in: family, of: try visit.account(), look)
        guard let sight else { throw Problem.notFound }
        let page = EmergencyReviewPage(
            sight, draft, today: visit.today, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.frame(visit, title: visit.language.emergency.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

extension Duration {
    /// How many minutes it takes, rounded up.
    var wholeMinutes: Int { max(1, Int((components.seconds + 59) / 60)) }
}

extension Link {
    package static let emergencyDesk: Link = "/emergency"
    package static func emergency(_ family: ID<Family>) -> Link { "/families/\(family)/emergency" }
    static func emergencyWidening(_ family: ID<Family>) -> Link { "/families/\(family)/emergency/widening" }
    package static func emergencyReview(_ family: ID<Family>, _ id: ID<EmergencyAccess>) -> Link {
        "/families/\(family)/emergencies/\(id)"
    }
    static func emergencyJudgement(_ family: ID<Family>, _ id: ID<EmergencyAccess>) -> Link {
        "/families/\(family)/emergencies/\(id)/review"
    }
}
