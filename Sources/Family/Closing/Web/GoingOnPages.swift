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

/// Somebody who turned 18 chooses who stays around them.
package struct GoingOnPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/going-on", use: show)
        router.post("families/:family/going-on", use: choose)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, visit.typed.map { GoingOnDraft($0) } ?? GoingOnDraft())
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        let words = visit.language.goingOn
        var draft = GoingOnDraft(form)
        let shown = Set(form.ids("shown", Membership.self))
        guard let goesOn = draft.choice else {
            draft.errors = [FieldError("choice", words.choiceMissing)]
            return try await page(visit, draft)
        }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let kept = goesOn == .all ? shown : goesOn == .some ? draft.stays ?? [] : []
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.circle, family)) {
                key, connection in
                try connection.choose(kept, shown: shown, at: now, ids: ids, key, vault)
                return .circle(key.family)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as GoingOn.Refusal {
            guard refusal == .changed else { throw Problem.notFound }
            return try await page(visit, draft, notice: Notice(.near, words.changed, words.changedText))
        } catch is Ending.Refusal {
            return try await page(visit, draft, notice: Notice(.near, words.nobodyLeft, words.nobodyLeftText))
        }
    }

    private func page(_ visit: Visit, _ draft: GoingOnDraft, notice: Notice? = nil) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<(GoingOnSight, Reading)>? in
            try connection.goingOn(key).map { Found(($0, key.reading), about: [$0.person]) }
        }
        guard let (sight, reading) = found else { throw Problem.notFound }
        let page = GoingOnPage(
            language: visit.language, family: family, sight: sight, draft: draft, notice: notice,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.goingOn.title, for: reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(
            Layout(frame, page.html).html, status: frame.isError ? .badRequest : notice == nil ? .ok : .conflict)
    }
}

/// The choice as it was sent, with what must be mended.
struct GoingOnDraft: Equatable {
    var choice: GoingOnPage.Choice?
    /// Who was ticked; nil on a fresh form, where everybody is.
    var stays: Set<ID<Membership>>?
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        choice = GoingOnPage.Choice(rawValue: form.text("choice"))
        stays = Set(form.ids("stays", Membership.self))
    }
}

/// The three answers, and the members among whom the second one chooses.
struct GoingOnPage: Equatable {
    enum Choice: String, CaseIterable { case all, some, nobody }

    let language: Language
    let family: ID<Family>
    let sight: GoingOnSight
    let draft: GoingOnDraft
    let notice: Notice?
    let token: String
    let form: FormID

    private var words: any GoingOnWords { language.goingOn }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead(until: language.dateInside(sight.birthday.end)),
            above: More(.circle(family), language.invitations.toCircle),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(notice)
        \(FamilyForm(
            action: .goingOn(family), page: .goingOn(family), token: token, form: form, content: fields,
            buttons: [Button(words.button, .submit())]).html)
        """
    }

    private var fields: HTML {
        """
        \(sight.members, shown)
        \(Choices(
            language, "choice", legend: words.choice, error: draft.errors["choice"], .one,
            Choice.allCases.map {
                Choices.Choice($0.rawValue, words.label($0), text: words.text($0), isChosen: draft.choice == $0)
            }))
        \(Choices(language, "stays", legend: words.stays, error: nil, .several, sight.members.map(member)))
        """
    }

    private func shown(_ member: CircleMember) -> HTML {
        "<input type=\"hidden\" name=\"shown\" value=\"\(member.membership.id)\">"
    }

    private func member(_ member: CircleMember) -> Choices.Choice {
        Choices.Choice(
            member.membership.id.text, member.face?.name ?? language.circle.erased,
            text: [member.face?.function, member.face?.organisation].compactMap(\.self).joined(separator: ", "),
            isChosen: draft.stays?.contains(member.membership.id) ?? true)
    }
}

extension Link {
    static func goingOn(_ family: ID<Family>) -> Link { "/families/\(family)/going-on" }
}
