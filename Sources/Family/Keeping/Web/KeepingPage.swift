// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is kept about each, until when and why; with asking to erase it, and with what may not go.
struct KeepingPage: Equatable {
    let language: Language
    let content: KeepingContent
    let draft: KeepingDraft
    let today: Day
    let token: String
    let form: FormID
    /// For what is asked of each person, and for lifting each hold.
    let forms: [String: FormID]

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any KeepingWords { language.keeping }
    private var family: ID<Family> { content.family }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: content.about.isEmpty ? words.holdsLead : words.lead, above: More(.circle(family), language.invitations.toCircle),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: !draft.isPossible, Notice(.near, words.notPossible, words.notPossibleText).html)\
        \(content.about, section)\(if: content.setsHolds, holds)
        """
    }

    private func section(_ about: KeepingContent.About) -> HTML {
        let isOwn = about.person == content.reading.ownPerson
        let title = isOwn ? language.fullCopies.aboutYou : words.about(CircleNames.firstName(about.name))
        return Section(
            "p-\(about.person)", title,
            """
            \(about.forgetting.map { state($0, about) })\
            \(if: about.lines.isEmpty, "<p>\(words.nothing)</p>", else: table(about, title))
            \(if: about.mayAsk, asking(about))
            """
        ).html
    }

    private func table(_ about: KeepingContent.About, _ title: String) -> HTML {
        Table(
            title, words.columns.map { Table.Column($0) },
            about.lines.map { line in
                [
                    "\(line.organisation)",
                    "\(line.keeping.until.map(language.dateInside) ?? words.whileItGoesOn)",
                    "\(words.article(line.keeping.article))",
                ]
            }, isStacked: true, isSaid: true
        ).html
    }

    private func state(_ sight: ForgettingSight, _ about: KeepingContent.About) -> HTML {
        let forgetting = sight.forgetting
        let (day, due) = (language.dateInside(forgetting.changed.day), language.dateInside(forgetting.due))
        let isOwn = forgetting.asker == content.reading.reader
        let said =
            isOwn || forgetting.state != .asked
            ? words.state(forgetting.state, on: day, due: due) : words.askedByOther(day, due: due)
        let mayWithdraw = forgetting.isOpen && isOwn
        let agreement = Link.forgettingAgreement(family, forgetting.id)
        return """
            \(Notice(forgetting.state == .refused ? .near : .about, said))
            \(if: sight.waitsForReader, "<p>\(More(agreement, words.toAgreement))</p>")\
            \(if: sight.waitsForOthers, "<p>\(words.waitsForOthers)</p>")\
            \(if: sight.lacksYes && mayWithdraw, "<p>\(about.speaks ? words.askAgain : words.othersAsk)</p>")\
            \(sight.refusal.map { "<p>\(words.refusedBecause)</p>\(Voice($0))" as HTML })\
            \(if: mayWithdraw, ActForm(
                .forgettingWithdrawal(family, forgetting.id), token: token, title: words.withdraw,
                form: forms[forgetting.person.text]).html)
            """
    }

    private func asking(_ about: KeepingContent.About) -> HTML {
        let field = KeepingDraft.words(of: about.person)
        let form = FamilyForm(
            action: .forgettings(family), page: .keeping(family), token: token, form: forms[about.person.text] ?? form,
            content: """
                <p>\(words.askText)</p>
                <input type="hidden" name="person" value="\(about.person)">
                \(Field(
                    language, field, label: words.askWords, hint: words.askWordsHint,
                    value: draft.asked[about.person] ?? "", error: draft.error(field), kind: .paragraphs(rows: 3)))
                """,
            buttons: [Button(words.ask, .submit(), .quiet, about: about.name)])
        // Open for who must mend what they typed, or who comes back to it.
        return draft.asked[about.person] == nil ? Details(words.ask, form.html).html : form.html
    }

    private var holds: HTML {
        Section(
            "holds", words.holds,
            """
            <p>\(words.holdsText)</p>
            \(if: content.holds.isEmpty, "<p>\(words.noHold)</p>")\(content.holds, hold)
            \(FamilyForm(
                action: .keepingHolds(family), page: .keeping(family), token: token, form: form,
                content: """
                    \(Choices(
                        language, "cause", legend: words.holdsWhy, error: draft.error("cause"), .one,
                        KeepingHold.Cause.allCases.map {
                            Choices.Choice($0.rawValue, words.cause($0), isChosen: draft.cause == $0)
                        }))
                    \(Field(
                        language, "review", label: words.review, hint: words.reviewHint, value: draft.review,
                        error: draft.error("review"), kind: .date))
                    """,
                buttons: [Button(words.set, .submit(), .quiet)]).html)
            """
        ).html
    }

    private func hold(_ hold: KeepingHold) -> HTML {
        """
        \(Notice(.near, words.cause(hold.cause), words.holdUntil(language.dateInside(hold.review))))
        \(ActForm(
            .keepingHoldEnd(family, hold.id), token: token, title: words.lift, about: words.cause(hold.cause),
            form: forms[hold.id.text]))
        """
    }
}

extension KeepingDraft {
    func error(_ field: String) -> String? { errors[field] }
}
