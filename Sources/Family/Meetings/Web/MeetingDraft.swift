// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Foundation
import Kernel
import PeopleRules
import Site

/// A meeting as its form was sent, with what must be mended.
struct MeetingDraft: Equatable {
    /// A day and a time of it, as they were typed.
    struct Line: Equatable {
        var day = ""
        var clock = ""

        var isEmpty: Bool { day.isEmpty && clock.allSatisfy(\.isWhitespace) }

        /// nil for a time that no clock shows, such as in the hour that is left out in spring.
        var moment: Moment? {
            let parts = clock.split(whereSeparator: { $0 == ":" || $0 == "." || $0 == " " }).map { Int($0) }
            guard let day = Day(day), parts.count == 2, let hour = parts[0], let minute = parts[1],
                (0..<24).contains(hour), (0..<60).contains(minute)
            else { return nil }
            let moment = Moment(day, hour: hour, minute: minute)
            return moment.local == (day, hour, minute) ? moment : nil
        }
    }

    static let shownTimes = 3
    static let lengths = [30, 45, 60, 90, 120]

    var about: Set<ID<Person>> = []
    var subject = ""
    var place = ""
    var video = ""
    var lines: [Line] = []
    var length = 60
    var goals: Set<ID<Goal>> = []
    var invited: Set<ID<Account>> = []
    var apart: Set<ID<Account>> = []
    var apartLine = Line()
    /// It was said that the list is complete.
    var isMissingKnown = false
    var version = 0
    var errors: [FieldError] = []

    /// A fresh form, for a working day in a week.
    init(about persons: Set<ID<Person>>, subject: String, today: Day) {
        about = persons
        self.subject = subject
        let day = WorkingDays.isWorkingDay(today + 7) ? today + 7 : WorkingDays.after(today + 7, 1)
        lines = [Line(day: day.iso, clock: "15.30")]
        fill()
    }

    init(_ form: FormBody) {
        about = Set(form.ids("about", Person.self))
        (subject, place, video) = (form.text("subject"), form.text("place"), form.text("video"))
        lines = (1...Meeting.mostTimes + 1).map { Line(day: form.text("day-\($0)"), clock: form.text("clock-\($0)")) }
        length = Int(form.text("length")) ?? 60
        goals = Set(form.ids("goals", Goal.self))
        invited = Set(form.ids("invited", Account.self))
        apart = Set(form.ids("apart", Account.self))
        apartLine = Line(day: form.text("apart-day"), clock: form.text("apart-clock"))
        isMissingKnown = form.text("missing") == "known"
        version = Int(form.text("version")) ?? 0
        while let last = lines.last, last.isEmpty { lines.removeLast() }
        fill()
    }

    /// A meeting as it is, to be changed.
    init(_ sight: MeetingSight) {
        about = sight.meeting.about
        (subject, place, video) = (sight.text?.subject ?? "", sight.text?.place ?? "", sight.text?.video ?? "")
        lines = sight.meeting.times.map { time in
            let local = time.starts.local
            return Line(day: local.day.iso, clock: Self.clock(local.hour, local.minute))
        }
        length = sight.meeting.times.first?.minutes ?? 60
        invited = sight.meeting.invited.subtracting([sight.meeting.convener])
        version = sight.meeting.version
        fill()
    }

    private mutating func fill() {
        while lines.count < Self.shownTimes { lines.append(Line()) }
    }

    private static func clock(_ hour: Int, _ minute: Int) -> String { "\(hour).\(minute < 10 ? "0" : "")\(minute)" }

    // MARK: What it says

    /// What was typed well, or nil with the errors in the draft.
    mutating func text(_ language: Language) -> MeetingText? {
        let words = language.meetings
        var subject: PlainText?
        do { subject = try PlainText.line(self.subject) } catch {
            errors.append(
                FieldError("subject", error == .empty ? words.subjectMissing : language.invitations.wrong(error)))
        }
        let place = optional("place", self.place, language)
        let video = optional("video", self.video, language)
        if let video, !video.isEmpty, WebAddress(video).map({ !$0.text.hasPrefix("https://") }) ?? true {
            errors.append(FieldError("video", words.videoWrong))
        }
        guard errors.isEmpty, let subject, let place, let video else { return nil }
        return MeetingText(subject: subject.text, place: place, video: video)
    }

    private mutating func optional(_ field: String, _ typed: String, _ language: Language) -> String? {
        do { return try PlainText.line(typed, limit: 300).text } catch {
            guard error != .empty else { return "" }
            errors.append(FieldError(field, language.invitations.wrong(error)))
            return nil
        }
    }

    /// The times that were typed, or nil with the errors in the draft.
    mutating func times(_ words: any MeetingWords) -> [Meeting.Time]? {
        guard lines.count <= Meeting.mostTimes else {
            errors.append(FieldError("day-1", words.tooManyTimes))
            return nil
        }
        var times: [Meeting.Time] = []
        for (number, line) in lines.enumerated() where number == 0 || !line.isEmpty {
            guard let moment = line.moment else {
                let isDay = Day(line.day) == nil
                errors.append(
                    FieldError(
                        isDay ? "day-\(number + 1)" : "clock-\(number + 1)", isDay ? words.noTime : words.noSuchClock))
                continue
            }
            times.append(Meeting.Time(moment, minutes: length))
        }
        return errors.isEmpty ? times : nil
    }

    /// When the meeting apart is, or nil with the errors in the draft.
    mutating func apartTime(_ words: any MeetingWords) -> Meeting.Time? {
        guard let moment = apartLine.moment else {
            let isDay = Day(apartLine.day) == nil
            errors.append(
                FieldError(isDay ? "apart-day" : "apart-clock", isDay ? words.noTime : words.noSuchClock))
            return nil
        }
        return Meeting.Time(moment, minutes: length)
    }
}
