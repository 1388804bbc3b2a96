// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Where somebody says whether they can be there: of one time with one press.
struct MeetingAnswers {
    let page: MeetingPage

    private var language: Language { page.language }
    private var words: any MeetingWords { language.meetings }
    private var meeting: Meeting { page.content.sight.meeting }

    /// The times that are still asked about: the chosen one, or all.
    private var numbers: [Int] { meeting.chosen.map { [$0] } ?? Array(meeting.times.indices) }

    private var own: [Int: Meeting.Answer] {
        page.content.sight.answers[page.content.reading.reader] ?? [:]
    }

    /// What was chosen but not sent yet, before what was said.
    private func chosen(_ number: Int) -> Meeting.Answer? {
        page.typed.flatMap { Meeting.Answer(rawValue: $0.text("answer-\(number)")) } ?? own[number]
    }

    var html: HTML {
        let isAnswered = numbers.allSatisfy { own[$0] != nil }
        return Section(
            "answer", isAnswered ? words.yourAnswer : words.answerAsked, numbers.count == 1 ? one : several
        ).html
    }

    private var one: HTML {
        let number = numbers.first ?? 0
        let isAnswered = own[number] != nil
        return """
            \(if: isAnswered, "<p><strong>\(words.said(own[number]))</strong></p>")
            \(FamilyForm(
                action: page.link(.answers), page: .meeting(page.content.family, meeting.id), token: page.token,
                form: page.forms[2], content: "",
                buttons: Meeting.Answer.allCases.map { answer in
                    Button(
                        words.answer(answer), .submit(name: "answer-\(number)", value: answer.rawValue),
                        answer == .can && !isAnswered ? .main : .quiet)
                }).html)
            """
    }

    private var several: HTML {
        let choices: HTML = """
            \(numbers, { number in
                Choices(
                    language, "answer-\(number)",
                    legend: MeetingLine.span(meeting.times[number], today: page.now.day, language),
                    error: page.errors["answer-\(number)"], .one,
                    Meeting.Answer.allCases.map {
                        Choices.Choice($0.rawValue, words.answer($0), isChosen: chosen(number) == $0)
                    }).html
            })
            """
        return FamilyForm(
            action: page.link(.answers), page: .meeting(page.content.family, meeting.id), token: page.token,
            form: page.forms[2], content: choices,
            buttons: [
                Button(words.saveAnswer, .submit()),
                Button(words.allTimes, .submit(name: "all", value: Meeting.Answer.can.rawValue), .quiet),
                Button(words.noneOfThem, .submit(name: "all", value: Meeting.Answer.cannot.rawValue), .quiet),
            ]
        ).html
    }
}

/// Who was asked and what each said; for who convened it, with the times to choose from.
struct MeetingAttendance {
    let page: MeetingPage

    private var language: Language { page.language }
    private var words: any MeetingWords { language.meetings }
    private var sight: MeetingSight { page.content.sight }
    private var meeting: Meeting { sight.meeting }

    var html: HTML {
        """
        \(if: meeting.state == .proposed, Section("times", words.times, times).html)\
        \(if: meeting.state != .cancelled, Section("who", words.who, people).html)
        """
    }

    private var times: HTML {
        """
        <ul class="promises">
        \(meeting.times.enumerated(), time)</ul>
        """
    }

    private func time(_ number: Int, _ time: Meeting.Time) -> HTML {
        let said = meeting.invited.subtracting([meeting.convener]).compactMap { sight.answers[$0]?[number] }
        let count = words.count(
            can: said.count { $0 == .can }, ifNeeded: said.count { $0 == .ifNeeded },
            cannot: said.count { $0 == .cannot })
        let title = MeetingLine.span(time, today: page.now.day, language)
        return """
            <li class="promise"><div><p class="promise__what">\(title)</p><p class="promise__who">\(count)</p>\
            \(if: page.content.runs, choosing(number, title))</div></li>

            """
    }

    private func choosing(_ number: Int, _ title: String) -> HTML {
        """
        <form action="\(page.link(.time))" method="post">\(CSRF.field(page.token))\(page.forms[3].field)\
        \(Button(words.choose, .submit(name: "time", value: String(number)), .soft, about: title, isSmall: true))</form>
        """
    }

    private var people: HTML {
        "<ul class=\"promises\">\(page.sorted(meeting.invited), person)</ul>"
    }

    private func person(_ account: ID<Account>) -> HTML {
        let said = account == meeting.convener ? words.convenes : answer(of: account)
        return """
            <li class="promise"><div><p class="promise__what">\(page.name(account))</p>\
            <p class="promise__who">\(said)</p></div></li>

            """
    }

    private func answer(of account: ID<Account>) -> String {
        if meeting.state == .held, let minutes = page.content.papers?.versions.last?.minutes {
            return minutes.came.contains(account) ? words.came : words.cameNot
        }
        guard meeting.chosen == nil else { return words.said(sight.answer(of: account)) }
        guard let said = sight.answers[account], !said.isEmpty else { return words.said(nil) }
        return said.sorted { $0.key < $1.key }.compactMap { number, answer in
            guard meeting.times.indices.contains(number) else { return nil }
            return "\(language.dayAndClock(meeting.times[number].starts, today: page.now.day)): \(words.said(answer))"
        }.joined(separator: ". ")
    }
}
