// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What a guest types, with what is to be mended.
struct GuestDraft: Equatable {
    static let longest = 5_000

    var form = FormBody(fields: [:])
    var question = ConsultText()
    /// What is written back about a question without names.
    var reply = ConsultText()
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        self.form = form
        question = ConsultText(form, "message")
        reply = ConsultText(form, "reply")
    }

    /// Whether anything was written at a link.
    var isTyped: Bool { [text("reply"), text("verdict-text")].contains { $0.contains { !$0.isWhitespace } } }

    func text(_ field: String) -> String { form.text(field) }

    /// Who they are; nil with the errors that say what to mend.
    mutating func guest(nameMissing: String, functionMissing: String, _ language: Language) -> Guest? {
        let name = line("name", missing: nameMissing, language)
        let function = line("function", missing: functionMissing, language)
        let behalf = form.optional("behalf", limit: 120, language.notes.wrong, &errors)?.text ?? ""
        guard let name, let function, errors.isEmpty else { return nil }
        return Guest(name: name, function: function, behalf: behalf)
    }

    mutating func mail(_ language: Language) -> String? {
        do { return try MailAddress(text("mail")).text } catch {
            errors.append(FieldError("mail", language.guests.mailWrong))
            return nil
        }
    }

    /// The practice, one of those that there are.
    mutating func practice(among practices: [Organisation], _ language: Language) -> Organisation? {
        let chosen = form.id("practice", Organisation.self)
        let found = practices.first { $0.id == chosen }
        if found == nil { errors.append(FieldError("practice", language.guests.practiceMissing)) }
        return found
    }

    /// The young person, and who agreed.
    mutating func child(on today: Day, _ language: Language) -> OutsideQuestion.Child? {
        let words = language.guests
        let name = line("child", missing: words.childNameMissing, language)
        let reach = line("reach", missing: words.reachMissing, language)
        guard let birth = Day(text("birth")) else {
            errors.append(FieldError("birth", words.birthMissing))
            return nil
        }
        let basis = basis(language)
        do { try basis?.check(born: birth, on: today) } catch {
            errors.append(FieldError(error.field, words.missing(error)))
        }
        guard let name, let reach, let basis, errors.isEmpty else { return nil }
        return OutsideQuestion.Child(name: name, birth: birth, reach: reach, basis: basis)
    }

    /// Who must not read it; with the error where it can't be kept.
    mutating func apart(_ language: Language) -> String {
        form.optional("apart", limit: 500, language.notes.wrong, &errors)?.text ?? ""
    }

    /// The area team that may know of it, of those there are; with the error where it can't.
    mutating func areaTeam(among teams: [Organisation], _ language: Language) -> ID<Organisation>? {
        guard !text("team").isEmpty else { return nil }
        let chosen = form.id("team", Organisation.self)
        let found = teams.first { $0.id == chosen }
        // Without a yes to help there is none to this.
        if found == nil || text("without") == "yes" {
            errors.append(FieldError("team", language.outsideReferrals.teamWrong))
        }
        return found?.id
    }

    private mutating func basis(_ language: Language) -> GuestBasis? {
        guard text("without") == "yes" else {
            return .agreed(Set(form.texts("agreed").compactMap { GuestBasis.Agreeing(rawValue: $0) }))
        }
        let reason = form.optional("reason", limit: 2_000, language.notes.wrong, &errors)?.text ?? ""
        let second = form.optional("second", limit: 200, language.notes.wrong, &errors)?.text ?? ""
        return .ground(reason: reason, second: second)
    }

    /// A text that must be there.
    mutating func needed(_ field: String, missing: String, _ language: Language) -> String? {
        do { return try PlainText.paragraphs(text(field), limit: Self.longest).text } catch {
            errors.append(FieldError(field, error == .empty ? missing : language.notes.wrong(error)))
            return nil
        }
    }

    private mutating func line(_ field: String, missing: String, _ language: Language) -> String? {
        form.line(field, missing: missing, language.notes.wrong, &errors)?.text
    }
}

extension GuestBasis.Refusal {
    fileprivate var field: String {
        switch self {
        case .youngPersonMissing, .authorityMissing: "agreed"
        case .reasonMissing: "reason"
        case .secondMissing: "second"
        case .notYoung: "birth"
        }
    }
}
