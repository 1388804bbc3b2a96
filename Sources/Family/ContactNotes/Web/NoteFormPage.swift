// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Where a contact is noted, with what follows from it.
struct NoteFormPage: Equatable {
    let language: Language
    let family: ID<Family>
    let names: [Choices.Choice]
    let persons: [Choices.Choice]
    /// Who can do what follows.
    let owners: [Choices.Choice]
    let draft: NoteDraft
    let wasKept: Bool
    /// The family is of a closed track, and the reader may know.
    let isClosed: Bool
    let token: String
    let form: FormID

    init(
        _ names: CircleNames, _ draft: NoteDraft, wasKept: Bool, isClosed: Bool, family: ID<Family>, token: String,
        form: FormID
    ) {
        let (circle, language, reading) = (names.circle, names.language, names.reading)
        (self.language, self.family, self.draft, self.wasKept) = (language, family, draft, wasKept)
        (self.token, self.form, self.isClosed) = (token, form, isClosed)
        let family = circle.persons.map { sight in
            let value = NoteDraft.person + sight.person.id.text
            return Choices.Choice(
                value, sight.name ?? language.circle.erased, isChosen: draft.with.contains(value))
        }
        let members = circle.members.filter { $0.membership.account != reading.reader }.map { member in
            let value = NoteDraft.member + member.membership.account.text
            return Choices.Choice(
                value, member.face?.name ?? language.circle.erased, text: names.part(member.membership.account),
                isChosen: draft.with.contains(value))
        }
        self.names = family + members
        persons = circle.persons.filter { reading.mayNote(about: [$0.person.id]) }.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? language.circle.erased,
                isChosen: draft.about.contains(sight.person.id))
        }
        owners = names.sorted(Self.owners(circle)).map {
            Choices.Choice($0.text, $0 == reading.reader ? language.site.you : names.name($0))
        }
    }

    /// Who signs in and is in the circle now.
    static func owners(_ circle: CircleSight) -> Set<ID<Account>> {
        Set(circle.persons.compactMap(\.person.account) + circle.members.map(\.membership.account))
    }

    private var words: any NoteWords { language.notes }

    var html: HTML {
        """
        \(PageHead(
            words.new, lead: words.newLead, above: More(.notes(family), words.all),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: wasKept, Notice(.good, language.conversations.keptNotice, language.conversations.keptText).html)
        \(FamilyForm(
            action: .notes(family), page: .newNote(family), token: token, form: form, content: asked,
            buttons: [Button(words.save, .submit())]).html)
        """
    }

    private var asked: HTML {
        """
        \(Choices(
            language, "with", legend: words.withLegend, error: draft.errors["with"], .several, names))
        \(NoteFields(language: language, draft: draft).html)
        \(if: isClosed, LookFields(language: language, draft: draft.look, errors: draft.errors).html)\
        \(Choices(
            language, "about", legend: words.aboutLegend, hint: words.aboutHint, error: draft.errors["about"],
            .several, persons))
        <fieldset class="fieldset"><legend class="legend legend--small">\(words.follows)</legend>
        <p class="field__hint">\(words.followsHint)</p>
        \(draft.lines.enumerated(), line)
        </fieldset>
        """
    }

    private func line(_ place: Int, _ line: NoteDraft.Line) -> HTML {
        let number = place + 1
        return """
            \(Field(
                language, "what-\(number)", label: words.what(number), value: line.what,
                error: draft.errors["what-\(number)"], limit: 120))
            \(Picker(
                language: language, name: "who-\(number)", label: words.who(number),
                chosen: line.who.isEmpty ? owners.first?.value : line.who, error: draft.errors["who-\(number)"],
                choices: owners).html)
            \(Field(
                language, "due-\(number)", label: words.due(number), value: line.due,
                error: draft.errors["due-\(number)"], kind: .date))

            """
    }
}

/// What each version of a note says: of what kind, when, and what was said.
struct NoteFields: Equatable {
    let language: Language
    let draft: NoteDraft

    private var words: any NoteWords { language.notes }

    var html: HTML {
        """
        \(Choices(
            language, "kind", legend: words.kindLegend, .one,
            ContactNote.Kind.allCases.map {
                Choices.Choice($0.rawValue, words.kind($0), isChosen: draft.kind == $0)
            }))
        \(Field(
            language, "message", label: words.text, hint: words.textHint, value: draft.text,
            error: draft.errors["message"], kind: .paragraphs(rows: 5)))
        \(Choices(
            language, "interpreter", legend: words.helped, .several,
            [Choices.Choice("yes", words.interpreter, isChosen: draft.hadInterpreter)]))
        \(Field(language, "day", label: words.day, value: draft.day, error: draft.errors["day"], kind: .date))
        \(Field(language, "clock", label: words.clock, hint: words.clockHint, value: draft.clock, limit: 5))
        """
    }
}

/// One of a few, in a list that folds out.
struct Picker: Equatable {
    let language: Language
    let name: String
    let label: String
    var hint: String?
    let chosen: String?
    let error: String?
    let choices: [Choices.Choice]

    var html: HTML {
        """
        <div class="field\(if: error != nil, " field--error")">
        <label class="field__label" for="\(name)">\(label)</label>
        \(hint.map { "<p class=\"field__hint\" id=\"\(name)-hint\">\($0)</p>\n" as HTML })\
        \(error.map { FieldError(name, $0).line(language) })\
        <select class="input" id="\(name)" name="\(name)"\(attribute: "aria-describedby", described)>
        \(choices, option)
        </select>
        </div>
        """
    }

    private var described: String? {
        let parts = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func option(_ choice: Choices.Choice) -> HTML {
        """
        <option value="\(choice.value)"\(if: choice.value == chosen, " selected")>\(choice.label)</option>

        """
    }
}
