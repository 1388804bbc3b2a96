// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Foundation
import Kernel
import PeopleRules
import Site

/// A contact note as its form was sent, with what must be mended.
struct NoteDraft: Equatable {
    /// What follows from the contact, as one line of the form.
    struct Line: Equatable {
        var what = ""
        var who = ""
        var due = ""
    }

    static let lines = 3

    var kind = ContactNote.Kind.call
    var with: Set<String> = []
    var about: Set<ID<Person>> = []
    var day: String
    var clock: String
    var text = ""
    var hadInterpreter = false
    /// What is told of a look whether it was safe, where the family is of a closed track.
    var look = LookDraft()
    var lines = Array(repeating: Line(), count: NoteDraft.lines)
    var errors: [FieldError] = []

    /// A fresh form: a call, now, and what follows within a week.
    init(at now: Moment) {
        let local = now.local
        day = local.day.iso
        clock = Self.clock(local.hour, local.minute)
        for place in lines.indices { lines[place].due = (local.day + 7).iso }
    }

    /// What a note says now, to be corrected.
    init(_ contact: NotedContact) {
        self.init(at: contact.happened)
        kind = contact.kind
        text = contact.text
        hadInterpreter = contact.hadInterpreter
    }

    /// As it was sent.
    init(_ form: FormBody) {
        kind = ContactNote.Kind(rawValue: form.text("kind")) ?? .call
        with = Set(form.texts("with"))
        about = Set(form.ids("about", Person.self))
        day = form.text("day")
        clock = form.text("clock")
        text = form.text("message")
        hadInterpreter = form.text("interpreter") == "yes"
        look = LookDraft(form)
        lines = (1...Self.lines).map {
            Line(what: form.text("what-\($0)"), who: form.text("who-\($0)"), due: form.text("due-\($0)"))
        }
    }

    private static func clock(_ hour: Int, _ minute: Int) -> String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    var hasLines: Bool { lines.contains { !$0.what.isEmpty } }

    /// With whom there was contact: each choice says whether it is somebody of the family or a member.
    var parties: ContactNote.Parties {
        func chosen<Subject>(_ mark: String) -> Set<ID<Subject>> {
            Set(with.filter { $0.hasPrefix(mark) }.compactMap { ID<Subject>($0.dropFirst(mark.count)) })
        }
        return ContactNote.Parties(persons: chosen(Self.person), accounts: chosen(Self.member))
    }

    static let person = "person:"
    static let member = "member:"

    private var happened: Moment? {
        let parts = clock.split(whereSeparator: { $0 == ":" || $0 == "." }).map { Int($0) }
        guard let day = Day(day), parts.count == 2, let hour = parts[0], let minute = parts[1],
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return Moment(day, hour: hour, minute: minute)
    }

    /// What the note says, or nil with the errors in the draft.
    mutating func contact(_ words: any NoteWords) -> NotedContact? {
        let happened = happened
        if happened == nil { errors.append(FieldError("day", words.notThen)) }
        do {
            let text = try PlainText.paragraphs(text, limit: 5_000)
            return happened.map { NotedContact(kind, happened: $0, hadInterpreter: hadInterpreter, text.text) }
        } catch {
            errors.append(FieldError("message", words.wrong(error)))
            return nil
        }
    }

    /// What follows from it; nothing with the errors in the draft.
    mutating func promised(
        at now: Moment, ids: IDSource, among accounts: Set<ID<Account>>, _ words: any NoteWords
    ) -> [NotedPromise] {
        var promised: [NotedPromise] = []
        for (place, line) in lines.enumerated() where !line.what.allSatisfy(\.isWhitespace) {
            var text: PlainText?
            do { text = try PlainText.line(line.what) } catch {
                errors.append(FieldError("what-\(place + 1)", words.wrong(error)))
            }
            let owner = ID<Account>(line.who).flatMap { accounts.contains($0) ? $0 : nil }
            if owner == nil { errors.append(FieldError("who-\(place + 1)", words.whoMissing)) }
            let due = Day(line.due).flatMap { $0 >= now.day && $0 - now.day < 731 ? $0 : nil }
            if due == nil { errors.append(FieldError("due-\(place + 1)", words.dueWrong)) }
            guard let text, let owner, let due else { continue }
            promised.append(NotedPromise(id: ids.next(at: now), owner: owner, text: text, due: due))
        }
        return promised
    }
}
