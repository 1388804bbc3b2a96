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

/// Arranging who stands in for a colleague who is away, by a team lead who sees no family.
package struct AbsencePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("absences", use: list)
        router.post("absences", use: arrange)
        router.get("absences/new", use: form)
        router.post("absences/:absence/end", use: end)
        router.get("absences/:absence/division", use: division)
        router.post("absences/:absence/division", use: divide)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let sight = try await sight(visit)
        let page = AbsencesPage(language: visit.language, sight: sight, token: visit.token ?? "")
        var frame = installation.frame(visit, title: visit.language.absences.title)
        frame.isNarrow = true
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func form(_ request: Request, _ visit: Visit) async throws -> Response {
        let who = request.uri.queryParameters["who"].flatMap { ID<Account>(String($0)) }
        let fresh = AbsenceDraft(who: who, from: visit.today.iso, until: (visit.today + 7).iso)
        return try await page(visit.typed.map { AbsenceDraft($0) } ?? fresh, visit)
    }

    @Sendable private func arrange(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = AbsenceDraft(form)
        let words = visit.language.absences
        if draft.standIn == nil { draft.errors.append(FieldError("standIn", words.standInMissing)) }
        for (name, text) in [("from", draft.from), ("until", draft.until)] where Day(text) == nil {
            draft.errors.append(FieldError(name, words.noDay))
        }
        guard let who = draft.who, let standIn = draft.standIn, let from = Day(draft.from),
            let until = Day(draft.until)
        else { return try await page(draft, visit) }
        let look = try look(.update, visit)
        guard let organisation = try await dossiers.leads(look) else { throw Problem.notFound }
        let absence = Absence(
            id: installation.ids.next(at: visit.now), organisation: organisation, who: who, standIn: standIn,
            by: look.reader, from: from, until: until)
        do {
            for family in try await dossiers.arrange(absence, look) { await live.wrote(in: family) }
        } catch let refusal as Absence.Refusal {
            draft.errors.append(try error(refusal, words))
            return try await page(draft, visit)
        }
        return .seeOther(.absences)
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let look = try look(.update, visit)
        do {
            for family in try await dossiers.endAbsence(visit.id("absence"), look) { await live.wrote(in: family) }
        } catch is Absence.Refusal { throw Problem.notFound }
        return .seeOther(try await dossiers.absences(look) == nil ? .today : .absences)
    }

    @Sendable private func division(_ request: Request, _ visit: Visit) async throws -> Response {
        try await division(visit.typed.map { AbsenceDivisionDraft($0) } ?? AbsenceDivisionDraft(), visit)
    }

    @Sendable private func divide(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = AbsenceDivisionDraft(form)
        let look = try look(.update, visit)
        do {
            let choices = draft.choices
            for family in try await dossiers.divide(visit.id("absence"), choices, look) { await live.wrote(in: family) }
        } catch let refusal as Absence.Refusal {
            guard refusal != .notYours else { throw Problem.notFound }
            let words = visit.language.absences
            draft.error = refusal == .standInIsAway ? words.standInAway : words.standInMissing
            return try await division(draft, visit)
        }
        return .seeOther(.absences)
    }

    private func division(_ draft: AbsenceDivisionDraft, _ visit: Visit) async throws -> Response {
        let found = try await dossiers.division(of: visit.id("absence"), look(.read, visit))
        guard let sight = found else { throw Problem.notFound }
        let page = AbsenceDivisionPage(
            language: visit.language, sight: sight, draft: draft, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.absences.title)
        frame.isNarrow = true
        frame.isError = draft.error != nil
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }

    private func error(_ refusal: Absence.Refusal, _ words: any AbsenceWords) throws -> FieldError {
        switch refusal {
        case .notYours: throw Problem.notFound
        case .notPossible: FieldError("standIn", words.standInMissing)
        case .standInIsAway: FieldError("standIn", words.standInAway)
        case .changed: FieldError("from", words.isArranged)
        case .beginsOutside: FieldError("from", words.beginsOutside)
        case .endsOutside: FieldError("until", words.endsOutside)
        }
    }

    private func page(_ draft: AbsenceDraft, _ visit: Visit) async throws -> Response {
        let sight = try await sight(visit)
        guard let away = sight.colleagues.first(where: { $0.account == draft.who }) else { throw Problem.notFound }
        let page = AbsenceFormPage(
            language: visit.language, away: away, colleagues: sight.colleagues.filter { $0 != away }, draft: draft,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.absences.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    private func sight(_ visit: Visit) async throws -> AbsenceSight {
        guard let sight = try await dossiers.absences(look(.read, visit)) else { throw Problem.notFound }
        return sight
    }

    private func look(_ action: AccessRecord.Action, _ visit: Visit) throws -> Look {
        try visit.look(action, at: ItemName(.family, visit.account().id))
    }
}

/// What was chosen.
struct AbsenceDraft: Hashable {
    var who: ID<Account>?
    var standIn: ID<Account>?
    var from: String
    var until: String
    var errors: [FieldError] = []

    init(who: ID<Account>?, from: String, until: String) {
        (self.who, self.from, self.until) = (who, from, until)
    }

    init(_ form: FormBody) {
        self.init(who: form.id("who", Account.self), from: form.text("from"), until: form.text("until"))
        standIn = form.id("standIn", Account.self)
    }
}

extension Link {
    static let absences: Link = "/absences"
    static func newAbsence(of account: ID<Account>) -> Link {
        ("/absences/new" as Link).with(query: ["who": account.text])
    }
    static func absenceEnd(_ absence: ID<Absence>) -> Link { "/absences/\(absence)/end" }
}
