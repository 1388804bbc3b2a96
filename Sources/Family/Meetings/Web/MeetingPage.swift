// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// One meeting as its reader sees it, gathered in one transaction.
struct MeetingContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let sight: MeetingSight
    let papers: MeetingPapers?
    let agenda: MeetingAgenda?
    let owed: Set<PromiseKind>
    let runs: Bool
    /// Those who belong there and were not asked; told to who convened it alone.
    let missing: [ID<Account>]

    /// nil where the reader may not know of it.
    init?(_ id: ID<Meeting>, at now: Moment, _ key: borrowing DossierKey, _ connection: Connection, _ vault: Vault)
        throws
    {
        guard let sight = try connection.meeting(id, key) else { return nil }
        (family, reading, self.sight) = (key.family, key.reading, sight)
        let meeting = sight.meeting
        let circle = try connection.circle(key, withEnded: true)
        self.circle = circle
        papers = try connection.papers(of: sight, key)
        let isOpen = sight.isInvited && (meeting.state == .proposed || meeting.state == .planned)
        agenda = isOpen ? try connection.agenda(of: meeting, among: circle, key) : nil
        owed = try connection.owed(about: id, key)
        runs = try connection.runs(meeting, key, vault)
        missing =
            runs && isOpen
            ? try connection.candidates(about: meeting.about, goals: meeting.goals, among: circle, key, vault)
                .missing(asking: meeting.invited) : []
    }
}

/// One meeting: when it is, who comes, what there is to talk about, what was decided.
struct MeetingPage: Equatable {
    let content: MeetingContent
    let now: Moment
    let errors: [FieldError]
    /// What was typed, where it must be mended, came too late, or the session was over.
    var typed: FormBody?
    /// Whether something could not be done any more.
    var isLate = false
    let token: String
    /// The name of each form on the page, so that sending one twice does it once.
    let forms: [FormID]
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any MeetingWords { language.meetings }
    private var meeting: Meeting { content.sight.meeting }
    private var family: ID<Family> { content.family }
    private var isOpen: Bool { meeting.state == .proposed || meeting.state == .planned }
    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }

    var html: HTML {
        """
        \(PageHead(
            content.sight.text.map(\.subject) ?? words.erased, lead: lead, above: More(.meetings(family), words.title),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: isLate, late)\(notice)\(if: mayAnswer, MeetingAnswers(page: self).html)\(Facts(facts))\(takeAlong)
        \(if: content.sight.isInvited, MeetingAttendance(page: self).html)\
        \(if: content.sight.isInvited, MeetingPaperDrawing(page: self).html)\
        \(if: content.runs && isOpen, running)\(holding)
        """
    }

    /// How it stands is read below; what was written is not lost.
    private var late: HTML {
        let written = ["point", "remark", "reason"].map(said).first { !$0.isEmpty }
        return """
            \(Notice(.near, words.late, words.lateText))\(written.map { "<p>\(words.youWrote)</p>\(Paragraphs($0))" as HTML })
            """
    }

    private var lead: String? {
        switch meeting.state {
        case .cancelled: words.cancelled
        case .held: words.isHeld
        case .proposed: words.noTimeYet
        case .planned: meeting.time.map { MeetingLine.span($0, today: now.day, language) + "." }
        }
    }

    private var notice: HTML? {
        if !content.sight.isInvited {
            return Notice(.about, content.reading.isEmergency ? words.watchingInEmergency : words.watching).html
        }
        guard content.owed.contains(.heedMeeting) else { return nil }
        return """
            \(Notice(.near, words.notice, words.noticeText))
            \(ActForm(link(.seen), token: token, title: words.seen, .main, form: forms[0]))
            """
    }

    private var mayAnswer: Bool {
        content.sight.isInvited && isOpen && meeting.convener != content.reading.reader && meeting.isComing(at: now)
    }

    private var facts: [Facts.Fact] {
        let text = content.sight.text
        let kept: [Facts.Fact?] = [
            meeting.time.map { Facts.Fact(words.when, MeetingLine.span($0, today: now.day, language)) },
            Facts.Fact(words.about, MeetingFormPage.called(meeting.about, in: content.circle, language)),
            text.flatMap { $0.place.isEmpty ? nil : Facts.Fact(words.placeLabel, $0.place) },
            Facts.Fact(words.convener, name(meeting.convener)),
            text.flatMap { $0.whyCancelled.isEmpty ? nil : Facts.Fact(words.whyCancelled, $0.whyCancelled) },
        ]
        return kept.compactMap(\.self)
    }

    private var takeAlong: HTML {
        let video = content.sight.text?.video ?? ""
        return """
            \(if: !video.isEmpty, Paragraphs(video).html)\
            \(if: meeting.time != nil && content.sight.isInvited, "<p class=\"actions\">\(More(link(.calendar), words.takeAlong))</p>")
            """
    }

    // MARK: For who convened it

    private var running: HTML {
        Section(
            "run", words.run,
            """
            \(if: !content.missing.isEmpty, Notice(.near, words.leftOut(language.list(content.missing.map(name)))).html)
            <p class="actions">\(Button(words.change, .link(link(.change)), .quiet))</p>
            \(if: said("reason").isEmpty, Details(words.cancel, cancelling).html, else: cancelling)
            """
        ).html
    }

    private var cancelling: HTML {
        FamilyForm(
            action: link(.cancellation), page: .meeting(family, meeting.id), token: token, form: forms[1],
            content: """
                <p>\(words.cancelText)</p>
                \(Field(
                    language, "reason", label: words.cancelReason, value: said("reason"), error: errors["reason"],
                    limit: 300))
                """,
            buttons: [Button(words.cancel, .submit(), .quiet)]
        ).html
    }

    private var holding: HTML? {
        guard content.reading.decidesWithSecond, content.sight.isInvited else { return nil }
        let hold = Link.newHold(family, of: ItemName(.meeting, meeting.id))
        return "<p class=\"actions\">\(More(hold, language.holds.hold))</p>"
    }

    // MARK: What its parts share

    /// What was typed in a field.
    func said(_ field: String) -> String {
        let text = typed?.text(field) ?? ""
        return text.allSatisfy(\.isWhitespace) ? "" : text
    }

    func link(_ part: MeetingPart) -> Link { .meeting(family, meeting.id, part) }

    func name(_ account: ID<Account>) -> String {
        account == content.reading.reader ? language.site.you : names.name(account)
    }

    func sorted(_ accounts: Set<ID<Account>>) -> [ID<Account>] { names.sorted(accounts) }
}
