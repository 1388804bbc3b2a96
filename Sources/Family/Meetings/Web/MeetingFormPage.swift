// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Whom somebody could ask about whom, gathered in one transaction.
struct MeetingFormContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let about: Set<ID<Person>>
    let candidates: MeetingCandidates
    let goals: [GoalSight]

    /// nil where the reader may not propose one about these persons.
    init?(
        about persons: Set<ID<Person>>, goals chosen: Set<ID<Goal>> = [], _ key: borrowing DossierKey,
        _ connection: Connection, _ vault: Vault
    ) throws {
        guard key.reading.mayPropose(about: persons) else { return nil }
        (family, reading, about) = (key.family, key.reading, persons)
        circle = try connection.circle(key)
        candidates = try connection.candidates(about: persons, goals: chosen, among: circle, key, vault)
        goals = try connection.plan(key).open.filter { $0.goal.about.isSubset(of: persons) && $0.text != nil }
    }
}

/// Where somebody proposes a meeting: with everybody who belongs there on the list already.
struct MeetingFormPage: Equatable {
    let content: MeetingFormContent
    let draft: MeetingDraft
    /// Those who belong there and were left out, where that is asked.
    let missing: [String]
    /// The meeting that is changed; nil for a new one.
    let changed: ID<Meeting>?
    let isTheirs: Bool
    let token: String
    let form: FormID
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any MeetingWords { language.meetings }
    private var family: ID<Family> { content.family }
    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }

    static func title(_ about: Set<ID<Person>>, in circle: CircleSight, _ language: Language) -> String {
        language.meetings.propose(called(about, in: circle, language))
    }

    static func called(_ about: Set<ID<Person>>, in circle: CircleSight, _ language: Language) -> String {
        language.list(
            circle.persons.filter { about.contains($0.person.id) }
                .sorted { $0.person.birth.latest > $1.person.birth.latest }
                .map { $0.name.map(CircleNames.firstName) ?? language.circle.erased })
    }

    var title: String {
        changed == nil ? Self.title(content.about, in: content.circle, language) : words.changeTitle
    }

    var html: HTML {
        """
        \(PageHead(
            title, lead: changed == nil ? words.formLead : words.changeLead,
            above: changed.map { More(.meeting(family, $0), words.title) } ?? More(.meetings(family), words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: isTheirs, Notice(.near, words.theirs, words.theirsText).html)\(warning)\
        \(if: content.candidates.belongs.everybody.isEmpty, Empty(words.nobody, words.nobodyText).html, else: asked)
        \(if: changed == nil && persons.count > 1, Details(words.aboutOthers, others).html)
        """
    }

    private var warning: HTML? {
        guard !missing.isEmpty else { return nil }
        return Notice(.near, words.missing, words.missing(language.list(missing), count: missing.count)).html
    }

    private var asked: HTML {
        FamilyForm(
            action: changed.map { .meeting(family, $0, .change) } ?? .meetings(family),
            page: changed.map { .meeting(family, $0, .change) } ?? .newMeeting(family, about: content.about),
            token: token, form: form,
            content: fields,
            buttons: [Button(missing.isEmpty ? words.send : words.sendAnyway, .submit())]
        ).html
    }

    private var fields: HTML {
        """
        \(content.about.sorted(), { "<input type=\"hidden\" name=\"about\" value=\"\($0)\">" })\
        \(if: !missing.isEmpty, "<input type=\"hidden\" name=\"missing\" value=\"known\">")\
        \(if: changed != nil, "<input type=\"hidden\" name=\"version\" value=\"\(draft.version)\">")
        \(Field(
            language, "subject", label: words.subject, value: draft.subject, error: draft.errors["subject"], limit: 120))
        \(line(0))
        \(length)
        \(moreTimes)
        \(people("invited", words.invited, hint: invitedHint, draft.invited))
        \(Field(
            language, "place", label: words.place, hint: words.placeHint, value: draft.place,
            error: draft.errors["place"], limit: 300))
        \(Field(
            language, "video", label: words.video, hint: words.videoHint, value: draft.video,
            error: draft.errors["video"], limit: 300))
        \(if: changed == nil && !content.goals.isEmpty, goals)\
        \(if: changed == nil, apart)
        """
    }

    private var invitedHint: String {
        content.reading.decidesWithSecond ? words.invitedHint : words.invitedHintOpen
    }

    private func line(_ place: Int) -> HTML {
        let (number, line) = (place + 1, draft.lines[place])
        return """
            \(Field(
                language, "day-\(number)", label: words.day(number), value: line.day,
                error: draft.errors["day-\(number)"], kind: .date))
            \(Field(
                language, "clock-\(number)", label: words.clock(number), hint: place == 0 ? words.clockHint : nil,
                value: line.clock, error: draft.errors["clock-\(number)"], limit: 5))

            """
    }

    private var length: HTML {
        let chosen = MeetingDraft.lengths.contains(draft.length) ? MeetingDraft.lengths : [draft.length]
        return Picker(
            language: language, name: "length", label: words.length, chosen: String(draft.length), error: nil,
            choices: chosen.map { Choices.Choice(String($0), words.minutes($0)) }
        ).html
    }

    private var moreTimes: HTML {
        let rest = draft.lines.indices.dropFirst()
        let fields: HTML = "\(rest, line)"
        return rest.allSatisfy { draft.lines[$0].isEmpty } ? Details(words.moreTimes, fields).html : fields
    }

    private func people(_ field: String, _ legend: String, hint: String?, _ chosen: Set<ID<Account>>) -> HTML {
        Choices(
            language, field, legend: legend, hint: hint, error: draft.errors[field], .several,
            content.candidates.belongs.everybody.map {
                Choices.Choice($0.text, names.name($0), text: names.part($0), isChosen: chosen.contains($0))
            }
        ).html
    }

    private var goals: HTML {
        Choices(
            language, "goals", legend: words.goals, .several,
            content.goals.map {
                Choices.Choice(
                    $0.goal.id.text, $0.text?.title ?? language.plan.erased,
                    isChosen: draft.goals.contains($0.goal.id))
            }
        ).html
    }

    private var apart: HTML {
        let fields: HTML = """
            <p>\(words.apartText)</p>
            \(people("apart", words.apartWho, hint: nil, draft.apart))
            \(Field(
                language, "apart-day", label: words.apartDay, value: draft.apartLine.day,
                error: draft.errors["apart-day"], kind: .date))
            \(Field(
                language, "apart-clock", label: words.apartClock, hint: words.clockHint, value: draft.apartLine.clock,
                error: draft.errors["apart-clock"], limit: 5))
            """
        guard draft.apart.isEmpty else {
            return
                "<fieldset class=\"fieldset\"><legend class=\"legend legend--small\">\(words.apart)</legend>\(fields)</fieldset>"
        }
        return Details(words.apart, fields).html
    }

    // MARK: About others

    private var persons: [CirclePerson] {
        content.circle.persons.filter { content.reading.mayPropose(about: [$0.person.id]) }
    }

    private var others: HTML {
        """
        <form class="form" action="\(Link.newMeeting(family))" method="get">
        \(Choices(
            language, "about", legend: words.about, .several,
            persons.map {
                Choices.Choice(
                    $0.person.id.text, $0.name ?? language.circle.erased, isChosen: content.about.contains($0.person.id))
            }))
        \(Actions([Button(words.showOthers, .submit(), .quiet)]))
        </form>
        """
    }
}
