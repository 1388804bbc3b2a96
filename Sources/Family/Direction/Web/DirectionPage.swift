// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Who directs, what may be expected of whom, and how it came so.
struct DirectionPage: Equatable {
    let language: Language
    let family: ID<Family>
    let lead: String?
    let facts: Facts
    let underWay: [Notice]
    let notice: Notice?
    let kind: Direction.Kind?
    let tasks: HTML
    let contact: HTML
    let doors: [Entry]
    let back: HTML?
    let history: [LookedRow]

    init(
        _ content: DirectionContent, notice: Notice? = nil, error: FieldError? = nil, token: String,
        forms: (contact: FormID, back: FormID), language: Language
    ) {
        let drawing = DirectionDrawing(content: content, language: language)
        self.language = language
        self.notice = notice
        (family, lead, facts) = (content.family, drawing.lead, drawing.facts)
        underWay = content.handovers.map { kept in
            Notice(
                .about, language.direction.underWay, language.handovers.under(kept.handover.responsibility),
                more: More(.handover(content.family, kept.handover.id), language.direction.underWayMore))
        }
        kind = content.now?.direction.kind
        tasks = drawing.tasks
        contact = drawing.contact(error, token: token, form: forms.contact)
        doors = drawing.doors
        back = content.mayTakeBack ? drawing.back(token: token, form: forms.back) : nil
        history = drawing.history
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any DirectionWords { language.direction }

    var html: HTML {
        """
        \(PageHead(words.title, lead: lead, above: More(.circle(family), language.invitations.toCircle)))
        \(notice)\(underWay)\(facts)
        \(Section("expect", words.expect, expected))
        \(Section("first-contact", words.firstContact, contact))
        \(Section("tasks", words.tasks, tasks))
        \(if: !doors.isEmpty, Section("acts", words.acts, Entries(doors).html).html)\
        \(back.map { Section("back", words.back, $0).html })\
        \(if: !history.isEmpty, Section("history", words.history, "<ul class=\"promises\">\(history)</ul>").html)
        """
    }

    private var expected: HTML {
        """
        <p>\(words.expectText)</p>
        <div class="flow">
        \(Direction.Kind.allCases, { expected(of: $0) })</div>
        """
    }

    private func expected(of kind: Direction.Kind) -> HTML {
        let tag = kind == self.kind ? "<p class=\"tags\">\(Tag(words.isNow, .accent))</p>\n" as HTML : ""
        let acts: HTML = "<ul>\n\(kind.acts, { "<li>\(words.act($0))</li>\n" })</ul>"
        return "\(Card(words.kind(kind), "\(tag)<p>\(words.kindText(kind))</p>\n\(acts)", isNear: kind == self.kind))\n"
    }
}
