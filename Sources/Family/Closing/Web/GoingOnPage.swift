// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The choice as it was sent, with what must be mended.
struct GoingOnDraft: Equatable {
    var choice: GoingOnPage.Choice?
    /// Who was ticked; nil on a fresh form, where everybody is.
    var stays: Set<ID<Membership>>?
    /// Who said it in a talk; nil where the reader chooses themself.
    var person: ID<Person>?
    var how: Consent.How?
    var day = ""
    var errors: [FieldError] = []

    init(of person: ID<Person>?, on today: Day) {
        self.person = person
        day = today.iso
    }

    init(_ form: FormBody) {
        choice = GoingOnPage.Choice(rawValue: form.text("choice"))
        stays = Set(form.ids("stays", Membership.self))
        person = form.id("person", Person.self)
        how = Consent.How(rawValue: form.text("how"))
        day = form.text("day")
    }

    /// Notes what is missing.
    mutating func look(_ language: Language, at today: Day) {
        if choice == nil { errors.append(FieldError("choice", language.goingOn.choiceMissing)) }
        guard person != nil else { return }
        if how == nil || how == .inRondom { errors.append(FieldError("how", language.heardGoingOn.howMissing)) }
        if Day(day) == nil { errors.append(FieldError("day", language.heardGoingOn.dayWrong)) }
    }

    /// Who stays of those who were shown.
    func kept(of shown: Set<ID<Membership>>) -> Set<ID<Membership>>? {
        guard let choice else { return nil }
        return switch choice {
        case .all: shown
        case .some: stays ?? []
        case .nobody: []
        }
    }
}

/// The three answers, and the members among whom the second one chooses.
struct GoingOnPage: Equatable {
    enum Choice: String, CaseIterable { case all, some, nobody }

    let language: Language
    let family: ID<Family>
    let sight: GoingOnSight
    /// What somebody is called for whom a professional writes it down; nil where the reader chooses themself.
    let name: String?
    let draft: GoingOnDraft
    let notice: Notice?
    let token: String
    let form: FormID

    private var words: any GoingOnWords { language.goingOn }
    private var heard: any HeardGoingOnWords { language.heardGoingOn }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    var title: String { name.map(heard.title) ?? words.title }

    var html: HTML {
        let until = language.dateInside(sight.birthday.end)
        return """
            \(PageHead(
                title, lead: name.map { heard.lead($0, until: until) } ?? words.lead(until: until),
                above: More(.circle(family), language.invitations.toCircle),
                errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
            \(notice)
            \(FamilyForm(
                action: .goingOn(family), page: name == nil ? .goingOn(family) : .goingOn(family, of: sight.person),
                token: token, form: form, content: fields,
                buttons: [Button(name == nil ? words.button : heard.button, .submit())]).html)
            """
    }

    private var fields: HTML {
        """
        \(sight.members, shown)
        \(Choices(
            language, "choice", legend: name.map(heard.choice) ?? words.choice, error: draft.errors["choice"], .one,
            Choice.allCases.map { choice in
                Choices.Choice(
                    choice.rawValue, words.label(choice),
                    text: name.map { heard.text(choice, $0) } ?? words.text(choice), isChosen: draft.choice == choice)
            }))
        \(Choices(language, "stays", legend: words.stays, error: nil, .several, sight.members.map(member)))
        \(if: name != nil, saying)
        """
    }

    /// How it was said, and on which day.
    private var saying: HTML {
        """
        <input type="hidden" name="person" value="\(sight.person)">
        \(Choices(
            language, "how", legend: language.consent.noteHow, error: draft.errors["how"], .one,
            [Consent.How.spoken, .onPaper].map {
                Choices.Choice($0.rawValue, language.consent.how($0), isChosen: draft.how == $0)
            }))
        \(Field(
            language, "day", label: heard.day, hint: heard.dayHint, value: draft.day, error: draft.errors["day"],
            kind: .date))
        """
    }

    private func shown(_ member: CircleMember) -> HTML {
        "<input type=\"hidden\" name=\"shown\" value=\"\(member.membership.id)\">"
    }

    private func member(_ member: CircleMember) -> Choices.Choice {
        Choices.Choice(
            member.membership.id.text, member.face?.name ?? language.circle.erased,
            text: [member.face?.function, member.face?.organisation].compactMap(\.self).joined(separator: ", "),
            isChosen: draft.stays?.contains(member.membership.id) ?? true)
    }
}

extension Link {
    static func goingOn(_ family: ID<Family>) -> Link { "/families/\(family)/going-on" }
    static func goingOn(_ family: ID<Family>, of person: ID<Person>) -> Link {
        goingOn(family).with(query: ["person": person.text])
    }
}
