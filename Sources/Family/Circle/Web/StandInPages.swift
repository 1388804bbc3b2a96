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

/// Naming who stands in for a colleague whose work is over, by a team lead who sees nothing of the family.
package struct StandInPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/stand-ins/:promise", use: show)
        router.post("families/:family/stand-ins/:promise", use: name)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(StandInDraft(until: (visit.today + StandIn.longest).iso), visit)
    }

    @Sendable private func name(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("promise")
        let form = try await FormBody.read(request)
        let words = visit.language.standIns
        var draft = StandInDraft(colleague: form.text("colleague"), until: form.text("until"))
        let colleague = form.id("colleague", Account.self)
        let until = Day(draft.until)
        if colleague == nil { draft.errors.append(FieldError("colleague", words.colleagueMissing)) }
        if until == nil { draft.errors.append(FieldError("until", words.noDay)) }
        guard let colleague, let until else { return try await page(draft, visit) }
        let membership: ID<Membership> = installation.ids.next(at: visit.now)
        do {
            let look = try visit.look(.update, at: ItemName(.promise, id))
            let isDone = try await dossiers.nameStandIn(
                colleague, until: until, as: membership, for: id, in: family, look)
            guard isDone else { throw Problem.notFound }
        } catch let refusal as StandIn.Refusal {
            switch refusal {
            case .notPossible: draft.errors.append(FieldError("colleague", words.colleagueMissing))
            case .termTooLong: draft.errors.append(FieldError("until", words.termTooLong))
            }
            return try await page(draft, visit)
        }
        await live.wrote(in: family)
        return .seeOther(.today)
    }

    private func page(_ draft: StandInDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("promise")
        let look = try visit.look(.read, at: ItemName(.promise, id))
        guard let found = try await dossiers.standIn(id, in: family, look) else { throw Problem.notFound }
        let page = StandInPage(
            language: visit.language, action: .standIn(family, id), found: found, draft: draft, today: visit.today,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.standIns.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// What was chosen.
struct StandInDraft: Hashable {
    var colleague = ""
    var until: String
    var errors: [FieldError] = []
}

/// Who left, and the choice who stands in.
struct StandInPage: Equatable {
    let language: Language
    let action: Link
    let found: StandInToName
    let draft: StandInDraft
    let today: Day
    let token: String
    let form: FormID

    private var words: any StandInWords { language.standIns }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead(found.left ?? language.circle.erased), above: More(.today, language.today.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: found.colleagues.isEmpty, Empty(words.nobody, words.nobodyText).html, else: asked)
        """
    }

    private var asked: HTML {
        FamilyForm(
            action: action, token: token, form: form,
            content: """
                \(Choices(
                    language, "colleague", legend: words.colleague, error: draft.errors["colleague"], .one,
                    found.colleagues.map {
                        Choices.Choice(
                            $0.account.text, $0.name, text: $0.title, isChosen: draft.colleague == $0.account.text)
                    }))
                \(Field(
                    language, "until", label: words.until, hint: words.untilHint, value: draft.until,
                    error: draft.errors["until"], kind: .date))
                <p class="soft">\(words.familySees)</p>
                """,
            buttons: [Button(words.name, .submit(), .main)]
        ).html
    }
}

extension Link {
    static func standIn(_ family: ID<Family>, _ promise: ID<Promise>) -> Link {
        "/families/\(family)/stand-ins/\(promise)"
    }
}
