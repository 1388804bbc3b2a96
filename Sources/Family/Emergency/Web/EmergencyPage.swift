// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// What was typed on one of these pages.
struct EmergencyDraft: Equatable {
    var name = ""
    var birth = ""
    var reason = ""
    var judged = ""
    var shown = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (name, birth, reason) = (form.text("name"), form.text("birth"), form.text("reason"))
        (judged, shown) = (form.text("judged"), form.text("shown"))
    }

    func summary(_ language: Language) -> ErrorSummary? { errors.isEmpty ? nil : ErrorSummary(language, errors) }
}

/// Where somebody on duty finds one family, and what they opened.
struct EmergencyDeskPage: Equatable {
    struct Open: Equatable {
        let link: Link
        let until: String

        init(_ family: ID<Family>, _ access: EmergencyAccess, _ language: Language) {
            link = .emergency(family)
            until = language.clock(access.ends)
        }
    }

    let language: Language
    let open: [Open]
    let draft: EmergencyDraft
    let token: String
    let form: FormID

    private var words: any EmergencyWords { language.emergency }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, errors: draft.summary(language)))
        \(if: !open.isEmpty, Entries(open.map { Entry($0.link, .attention, words.openNow, words.until($0.until)) }).html)
        \(Notice(.near, words.recorded, words.recordedText))
        \(FamilyForm(
            action: .emergencyDesk, page: .emergencyDesk, token: token, form: form, content: fields,
            buttons: [Button(words.openButton, .submit(), .acute)]).html)
        """
    }

    private var fields: HTML {
        """
        \(Field(
            language, "name", label: words.name, hint: words.nameHint, value: draft.name, error: draft.errors["name"],
            limit: 120))
        \(Field(
            language, "birth", label: words.birth, hint: words.birthHint, value: draft.birth,
            error: draft.errors["birth"], kind: .date))
        \(Field(
            language, "reason", label: words.reason, hint: words.reasonHint, value: draft.reason,
            error: draft.errors["reason"], kind: .paragraphs(rows: 3)))
        """
    }
}

/// What is read in an emergency, gathered in one transaction.
struct EmergencyContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let access: EmergencyAccess
    let name: String?
    let circle: CircleSight
    let card: SafetyCard?
}

/// A family that was opened in an emergency: the safety card, whom to call, until when, and the way to all of it.
struct EmergencyPage: Equatable {
    let language: Language
    let content: EmergencyContent
    let draft: EmergencyDraft
    let today: Day
    let token: String
    let form: FormID

    init(
        _ content: EmergencyContent, _ draft: EmergencyDraft, today: Day, token: String, form: FormID,
        language: Language
    ) {
        (self.content, self.draft, self.today) = (content, draft, today)
        (self.token, self.form, self.language) = (token, form, language)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any EmergencyWords { language.emergency }

    var html: HTML {
        """
        \(PageHead(
            content.name ?? language.circle.erased, lead: words.until(language.clock(content.access.ends)),
            above: More(.emergencyDesk, words.title), errors: draft.summary(language)))
        \(Section("card", language.safety.title, card))
        \(Section("who", words.whom, "<ul class=\"promises\">\(helpers)</ul>\n<p>\(More(.circle(content.family), words.toCircle))</p>"))
        \(if: content.access.widened == nil, Section("more", words.widen, widening).html, else: Notice(.about, words.isWide).html)
        """
    }

    private var card: HTML {
        guard let card = content.card, !card.isEmpty else {
            return Empty(language.safety.none, words.noCard).html
        }
        return SafetyFacts(card: card, language: language).html
    }

    private var helpers: [LookedRow] {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let first = content.circle.firstContact
        return content.circle.members.sorted { one, _ in one.membership.account == first }.map { member in
            let account = member.membership.account
            let part = names.part(account) ?? ""
            return LookedRow(
                names.disc(account), names.name(account),
                account == first ? "\(part), \(language.site.firstContact)" : part)
        }
    }

    private var widening: HTML {
        FamilyForm(
            action: .emergencyWidening(content.family), page: .emergency(content.family), token: token, form: form,
            content: """
                <p>\(words.widenText)</p>
                \(Field(
                    language, "reason", label: words.wideReason, value: draft.reason, error: draft.errors["reason"],
                    kind: .paragraphs(rows: 3)))
                """,
            buttons: [Button(words.widenButton, .submit(), .acute)]
        ).html
    }
}

/// What somebody opened in an emergency, for who judges it.
struct EmergencyReviewPage: Equatable {
    let language: Language
    let sight: EmergencySight
    let draft: EmergencyDraft
    let today: Day
    let token: String
    let form: FormID

    init(
        _ sight: EmergencySight, _ draft: EmergencyDraft, today: Day, token: String, form: FormID, language: Language
    ) {
        (self.sight, self.draft, self.today) = (sight, draft, today)
        (self.token, self.form, self.language) = (token, form, language)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any EmergencyWords { language.emergency }
    private var access: EmergencyAccess { sight.access }

    var html: HTML {
        """
        \(PageHead(words.reviewTitle, lead: words.reviewLead, errors: draft.summary(language)))
        \(Facts(facts))
        \(access.review.map(done) ?? Section("judge", words.judge, judging).html)
        """
    }

    private var facts: [Facts.Fact] {
        let looks = sight.looks.map { "\(language.access.action(.read, $0.key)): \($0.value)" }.sorted()
        return [
            Facts.Fact(
                words.who,
                [sight.name ?? language.access.erasedAccount, sight.organisation].compactMap(\.self)
                    .joined(separator: ", ")),
            Facts.Fact(words.when, language.dayAndClock(access.opened, today: today)),
            Facts.Fact(words.reason, sight.reason ?? language.circle.erased),
            access.widened.map { Facts.Fact(words.widened, language.dayAndClock($0, today: today)) },
            access.widened == nil ? nil : Facts.Fact(words.wideReason, sight.wideReason ?? language.circle.erased),
            looks.isEmpty ? nil : Facts.Fact(words.looked, language.list(looks)),
        ].compactMap(\.self)
    }

    private func done(_ review: EmergencyAccess.Review) -> HTML {
        """
        \(Notice(review.wasRight ? .good : .near, words.judged(review.wasRight), sight.review))
        <p>\(words.isShown(review.isShown))</p>
        """
    }

    private var judging: HTML {
        FamilyForm(
            action: .emergencyJudgement(sight.family, access.id), page: .emergencyReview(sight.family, access.id),
            token: token, form: form,
            content: """
                \(Choices(
                    language, "judged", legend: words.wasRight, error: draft.errors["judged"], .one,
                    [true, false].map {
                        let value = $0 ? "right" : "wrong"
                        return Choices.Choice(value, words.judged($0), isChosen: draft.judged == value)
                    }))
                \(Field(
                    language, "reason", label: words.reviewReason, value: draft.reason, error: draft.errors["reason"],
                    kind: .paragraphs(rows: 3)))
                \(Choices(
                    language, "shown", legend: words.show, hint: words.showHint, error: draft.errors["shown"], .one,
                    [true, false].map {
                        let value = $0 ? "show" : "keep"
                        return Choices.Choice(value, words.showChoice($0), isChosen: draft.shown == value)
                    }))
                """,
            buttons: [Button(words.reviewButton, .submit())]
        ).html
    }
}
