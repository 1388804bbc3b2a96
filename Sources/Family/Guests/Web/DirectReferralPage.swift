// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Why an area team does not direct, as it is typed.
struct DirectDraft: Equatable {
    private(set) var id: ID<DirectReferral>?
    private(set) var reason = ""
    var errors: [FieldError] = []

    init() {}

    init(_ id: ID<DirectReferral>, _ reason: String) { (self.id, self.reason) = (id, reason) }

    /// What was typed in a session that expired, in whichever form it was.
    init(typed form: FormBody, among sights: [DirectSight]) {
        let found = sights.map { DirectDraft($0.direct.id, form.text(Self.field(of: $0.direct.id))) }
        self = found.first { $0.reason.contains { !$0.isWhitespace } } ?? DirectDraft()
    }

    /// Several stand on one page, so each field bears the name of what it is about.
    static func field(of id: ID<DirectReferral>) -> String { "reason-\(id)" }
}

/// What an area team may know of referrals that went past it: whom, by whom, where, and how it stands.
struct DirectReferralPage {
    let language: Language
    let sights: [DirectSight]
    let unseen: Int?
    let names: [ID<Organisation>: String]
    let draft: DirectDraft
    let token: String
    let newForm: () -> FormID

    private var words: any OutsideReferralWords { language.outsideReferrals }

    var html: HTML {
        """
        \(PageHead(
            words.directTitle, lead: words.directLead, above: More(.outsideReferrals, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: !isOpen && !draft.reason.isEmpty, Section(
            "typed", language.referrals.typedTitle, Paragraphs(draft.reason).html).html)
        \(if: sights.isEmpty, Empty(words.directEmpty, words.directEmptyText).html)\
        \(if: !sights.isEmpty, Section("seen", words.mine, "\(sights, card)").html)
        <p class="soft">\(words.directUnseen(unseen))</p>
        """
    }

    /// Whether what was typed can stand in its own form: nobody answered meanwhile.
    private var isOpen: Bool { sights.contains { $0.direct.id == draft.id && $0.direct.isOffered } }

    private func card(_ sight: DirectSight) -> HTML {
        let referral = sight.direct.referral
        let facts = [
            Facts.Fact(words.born, language.dateInside(sight.child.birth)),
            Facts.Fact(words.since, language.dateInside(referral.wait.asked)),
        ]
        let reach = sight.direct.knowsReach ? [Facts.Fact(words.reach, sight.child.reach)] : []
        let direction = referral.direction.map { [Facts.Fact(words.directing, words.directs($0))] } ?? []
        let (practice, provider) = (names[referral.practice] ?? "", names[referral.receiver.organisation] ?? "")
        return Card(
            sight.child.name,
            """
            <p>\(words.directFrom(practice, to: provider)) \(words.stands(referral))</p>
            \(Facts(facts + reach + direction))
            \(if: sight.direct.isOffered, answering(sight))
            """
        ).html
    }

    private func answering(_ sight: DirectSight) -> HTML {
        let (id, name) = (sight.direct.id, DirectDraft.field(of: sight.direct.id))
        let isTyped = draft.id == id
        let field = Field(
            language, name, label: words.leaveReason, value: isTyped ? draft.reason : "", error: draft.errors[name],
            kind: .paragraphs(rows: 2))
        let no = form(.refusal, field.html, Button(words.leaveSend, .submit(), .soft), id)
        return """
            <p>\(words.offered)</p>
            \(ActForm(.directReferral(id, .direction), token: token, title: words.direct, .main, form: newForm()))
            \(isTyped ? no : Details(words.leave, no).html)
            """
    }

    private func form(_ step: DirectStep, _ fields: HTML, _ button: Button, _ id: ID<DirectReferral>) -> HTML {
        FamilyForm(
            action: .directReferral(id, step), page: .directReferrals, token: token, form: newForm(), content: fields,
            buttons: [button]
        ).html
    }
}
