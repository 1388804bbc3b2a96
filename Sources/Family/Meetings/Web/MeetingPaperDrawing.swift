// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What there is to talk about in a meeting, and what was written down of it.
struct MeetingPaperDrawing {
    let page: MeetingPage

    private var language: Language { page.language }
    private var words: any MinutesWords { language.minutes }
    private var content: MeetingContent { page.content }
    private var meeting: Meeting { content.sight.meeting }
    private var papers: MeetingPapers? { content.papers }
    private var today: Day { page.now.day }
    private var names: PlanNames { PlanNames(circle: content.circle, reading: content.reading, language) }

    var html: HTML {
        """
        \(if: meeting.state == .held, minutes)\(if: mayWrite && meeting.state != .held, writing)\
        \(if: content.agenda != nil, agenda)
        """
    }

    private var mayWrite: Bool {
        content.reading.mayWriteMinutes(of: meeting) && meeting.hasBegun(at: page.now)
    }

    private var writing: HTML {
        Section(
            "minutes", words.title,
            "<p class=\"actions\">\(Button(words.write, .link(page.link(.minutes))))</p>"
        ).html
    }

    // MARK: What there is to talk about

    private var agenda: HTML {
        Section(
            "agenda", words.agenda,
            """
            <p>\(words.agendaText)</p>
            \(said(papers?.points ?? []))
            \(list("agenda-actions", words.openActions, actions))\
            \(list("agenda-goals", words.goals, content.agenda?.goals.compactMap { $0.text?.title } ?? []))\
            \(list("agenda-promises", words.promises, promises))
            \(FamilyForm(
                action: page.link(.points), page: .meeting(content.family, meeting.id), token: page.token,
                form: page.forms[4],
                content: Field(
                    language, "point", label: words.addPoint, hint: words.pointHint,
                    value: page.said("point"), error: page.errors["point"], limit: 300
                ).html,
                buttons: [Button(words.add, .submit(), .quiet)]).html)
            """
        ).html
    }

    private var actions: [String] {
        (content.agenda?.actions ?? []).map { action in
            let isTold = content.reading.isToldLate(action.text, owners: action.owners)
            let progress = action.progress(on: today)
            var late: String?
            if isTold, case .late(let day) = progress { late = words.late(language.dayInside(day, today: today)) }
            let what = [action.text?.what ?? language.plan.erased, names.doers(action)].joined(separator: " · ")
            return [what + ".", late].compactMap(\.self).joined(separator: " ")
        }
    }

    private var promises: [String] {
        (content.agenda?.promises ?? []).map { item in
            let said = item.promise.kind.isSaidToEachReader ? nil : item.text
            let owner = item.promise.owner.account.map(names.name)
            return [owner, said ?? language.today.what(item.promise.kind)].compactMap(\.self).joined(separator: ": ")
        }
    }

    private func list(_ id: String, _ title: String, _ lines: [String]) -> HTML? {
        guard !lines.isEmpty else { return nil }
        return "<h3 id=\"\(id)\">\(title)</h3><ul>\(lines, { "<li>\($0)</li>\n" })</ul>\n"
    }

    // MARK: What was written

    private var minutes: HTML {
        let last = papers?.versions.last
        let earlier = papers?.versions.dropLast() ?? []
        return """
            \(Section("minutes", words.title, last.map(version) ?? ""))
            \(if: papers?.decisions.isEmpty == false, Section("decided", words.decided, decisions).html)\
            \(if: papers?.remarks.isEmpty == false, Section("remarks", words.remarks, said(papers?.remarks ?? []) ?? "").html)
            \(remarking)\
            \(if: mayWrite, "<p class=\"actions\">\(Button(words.correct, .link(page.link(.minutes)), .quiet))</p>")\
            \(if: !earlier.isEmpty, Details(words.earlier, "\(earlier.reversed(), version)").html)
            """
    }

    private func version(_ version: MinutesVersion) -> HTML {
        let by = words.written(
            by: page.name(version.by), on: language.dayAndClockInside(version.at, today: today))
        return """
            \(Paragraphs(version.minutes?.notes ?? words.erased))
            <p class="soft small">\(by)</p>

            """
    }

    private var decisions: HTML {
        "<ul>\(papers?.decisions ?? [], decision)</ul>"
    }

    private func decision(_ decision: MeetingDecision) -> HTML {
        guard let action = decision.action else { return "<li>\(decision.text ?? words.erased)</li>\n" }
        let when = action.text.map { language.plan.time($0.when, today: today) } ?? ""
        let who = names.doers(action)
        return """
            <li><a href="\(Link.plan(content.family))">\(decision.text ?? words.erased)</a>\
            <br><span class="soft">\(who). \(when). \(words.inPlan)</span></li>

            """
    }

    private func said(_ all: [SaidOfMeeting]) -> HTML? {
        guard !all.isEmpty else { return nil }
        return """
            <ul>
            \(all, { "<li>\($0.text ?? words.erased) <span class=\"soft\">\(words.said(by: page.name($0.account)))</span></li>\n" })</ul>
            """
    }

    private var remarking: HTML {
        let form = FamilyForm(
            action: page.link(.remarks), page: .meeting(content.family, meeting.id), token: page.token,
            form: page.forms[5],
            content: Field(
                language, "remark", label: words.remark, hint: words.remarkHint,
                value: page.said("remark"), error: page.errors["remark"],
                kind: .paragraphs(rows: 3)
            ).html,
            buttons: [Button(words.addRemark, .submit(), .quiet)])
        let isTyped = page.errors["remark"] != nil || !page.said("remark").isEmpty
        return isTyped ? form.html : Details(words.remark, form.html).html
    }
}
