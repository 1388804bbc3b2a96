// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// One handover as its reader sees it, with what they can do about it.
struct HandoverPage: Equatable {
    let language: Language
    let family: ID<Family>
    let handover: Handover
    let lead: String
    let facts: [Facts.Fact]
    let moves: [String]
    let isOne: Bool
    let isAsked: Bool
    let mayStop: Bool
    /// What was typed by who came too late; nil for who did not.
    let typed: [String]?
    let persons: [CirclePerson]
    let draft: DirectionDraft
    let token: String
    let forms: [FormID]

    init(
        _ content: HandoverContent, _ draft: DirectionDraft, typed: [String]?, today: Day, token: String,
        forms: [FormID], language: Language
    ) {
        let drawing = HandoverDrawing(content: content, language: language)
        let (handover, reader) = (content.kept.handover, content.reading.reader)
        (self.language, self.typed, self.token, self.forms) = (language, typed, token, forms)
        (family, self.handover, lead) = (content.family, handover, drawing.lead)
        (facts, moves, persons) = (drawing.facts, drawing.moves, content.circle.persons)
        isOne = handover.concerns(reader)
        isAsked = handover.state == .proposed && handover.asked == reader
        mayStop = (try? handover.withdrawn(by: reader)) != nil
        var draft = draft
        if draft.talkDay.isEmpty { draft.talkDay = today.iso }
        self.draft = draft
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any HandoverWords { language.handovers }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: lead, above: More(.direction(family), language.direction.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(typed.map(changed))\(Facts(facts))
        \(if: isAsked, Section("answer", words.answerAsked, answer).html)\
        \(if: isOne && handover.state == .agreed, Section("complete", words.complete, completion).html)\
        \(if: isOne && handover.state == .agreed, Section("talk", words.noteTalk, talk).html)\
        \(if: mayStop, Section("stop", words.stop, stopping(words.stopReason, words.stop)).html)
        """
    }

    private func changed(_ typed: [String]) -> HTML {
        let back = Field(
            language, "message", label: language.handedBack.label, value: typed.joined(separator: "\n\n"),
            kind: .paragraphs(rows: 4))
        return "\(Notice(.near, words.changed, words.changedText))\(if: !typed.isEmpty, back.html)"
    }

    private func link(_ act: HandoverAct) -> Link { .handover(family, handover.id, act) }

    private func asked(_ act: HandoverAct, _ form: Int, _ content: HTML, _ button: Button) -> HTML {
        FamilyForm(
            action: link(act), page: .handover(family, handover.id), token: token, form: forms[form], content: content,
            buttons: [button]
        ).html
    }

    private var answer: HTML {
        """
        \(if: handover.isCompletedByAgreeing, "<p>\(words.agreeMoves)</p>")
        \(asked(.agreement, 0, "", Button(words.agree, .submit())))
        \(Details(words.decline, stopping(words.declineReason, words.decline)))
        """
    }

    private func stopping(_ label: String, _ button: String) -> HTML {
        let field = Field(
            language, "reason", label: label, value: draft.reason, error: draft.errors["reason"],
            kind: .paragraphs(rows: 2))
        return asked(.stop, 1, field.html, Button(button, .submit(), .quiet))
    }

    private var completion: HTML {
        let isReady = handover.talk != nil || handover.cold != nil
        return """
            <p>\(isReady ? words.completeText : words.completeFirst)</p>
            <p>\(words.whatMoves)</p>
            <ul>
            \(moves, { "<li>\($0)</li>\n" })</ul>
            \(if: isReady, asked(.completion, 2, "", Button(words.complete, .submit())))
            """
    }

    private var talk: HTML {
        let fields = DirectionFields(language: language, draft: draft)
        let said: HTML = """
            \(fields.talkDay)
            \(fields.persons(words.whoWasThere, hint: nil, persons))
            \(fields.tick("story", words.story, words.storyLabel, isChosen: draft.storyConfirmed))
            \(fields.tick("introduced", words.introduced, words.introducedLabel, isChosen: draft.introduced))
            """
        return """
            \(asked(.talk, 0, said, Button(words.saveTalk, .submit(), handover.talk == nil ? .main : .quiet)))
            \(Details(words.cold, cold))
            """
    }

    private var cold: HTML {
        let choices = Choices(
            language, "cold", legend: words.coldAsked, error: draft.errors["cold"], .one,
            Handover.Cold.allCases.map { Choices.Choice($0.rawValue, words.cold($0), isChosen: draft.cold == $0) })
        let reason = Field(
            language, "coldReason", label: words.coldReason, value: draft.coldReason, error: draft.errors["coldReason"],
            kind: .paragraphs(rows: 2))
        return asked(.cold, 3, "\(choices)\n\(reason)", Button(words.saveCold, .submit(), .quiet))
    }
}
