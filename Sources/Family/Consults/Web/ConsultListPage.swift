// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// All questions of one worker: what waits for them first, then what they asked, then what is over.
struct ConsultListPage {
    let language: Language
    let list: ConsultList
    let now: Moment

    private var words: any ConsultWords { language.consults }

    var html: HTML {
        let head = PageHead(
            words.title, lead: words.lead, above: More(.today, language.today.title),
            actions: list.sights.isEmpty ? [] : [Button(words.new, .link(.newConsult))])
        guard !list.sights.isEmpty else {
            return """
                \(head)
                \(Empty(words.empty, words.emptyText, action: Button(words.new, .link(.newConsult))))
                """
        }
        return """
            \(head)
            \(part("to-answer", words.toAnswer, waiting))\(part("asked", words.asked, asked))\
            \(part("given", words.given, given))\
            \(part("over", words.over, over))
            """
    }

    private var open: [ConsultSight] { list.sights.filter { !$0.consult.isOver } }
    private var waiting: [ConsultSight] { open.filter { waits($0.consult) } }
    private var others: [ConsultSight] { open.filter { !waits($0.consult) } }
    private var asked: [ConsultSight] { others.filter { isAsker(of: $0.consult) } }
    private var given: [ConsultSight] { others.filter { !isAsker(of: $0.consult) } }
    private var over: [ConsultSight] { list.sights.filter(\.consult.isOver) }

    private func waits(_ consult: Consult) -> Bool { list.worker.map { consult.waits(for: $0, at: now) } ?? false }

    private func isAsker(of consult: Consult) -> Bool { list.worker.map(consult.asker.isOpen(to:)) ?? false }

    private func part(_ id: String, _ title: String, _ sights: [ConsultSight]) -> HTML {
        guard !sights.isEmpty else { return "" }
        return Section(id, title, "<ul class=\"promises\">\n\(sights, row)</ul>").html
    }

    private func row(_ sight: ConsultSight) -> HTML {
        let consult = sight.consult
        let isMine = waits(consult)
        let isLate = sight.due.map { $0 <= now } ?? false
        let due = sight.due.map { language.by($0.day, today: now.day) } ?? words.state(consult)
        let names = list.names
        let from = words.from(names.side(consult.asker, language), to: names.side(consult.asked, language))
        return PromiseRow(
            consult.isOver ? .done : isLate ? .late : .open, due: due, isLate && isMine ? .near : .calm,
            what: sight.subject ?? words.erased, link: .consult(consult.id),
            note: consult.isOver ? from : "\(from) \(words.state(consult))."
        ).row
    }
}
