// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// Where a professional starts a family, one step at a time.
struct FamilyStartPage: Equatable {
    let language: Language
    let draft: FamilyDraft
    /// For whom the reader works.
    let organisations: [Organisation]
    let token: String
    let form: FormID

    private var words: any FamilyStartWords { language.familyStart }

    var html: HTML {
        """
        \(PageHead(
            words.title(draft.step), lead: words.lead(draft.step), above: More(.families, words.toFamilies),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: draft.wasKept, Notice(.good, words.kept).html)\
        \(FamilyForm(action: .families, page: .newFamily, token: token, form: form, content: content, buttons: buttons).html)
        """
    }

    private var buttons: [Button] {
        let go = { (title: String, value: String, weight: Button.Weight) in
            Button(title, .submit(name: "go", value: value), weight)
        }
        return switch draft.step {
        case .persons: [go(words.next, "ties", .main), go(words.addPerson, "add", .quiet)]
        case .ties: [go(words.next, "rest", .main), go(words.back, "persons", .quiet)]
        case .rest: [go(words.begin, "start", .main), go(words.back, "ties", .quiet)]
        }
    }

    private var content: HTML {
        let others = [FamilyDraft.Step.persons, .ties, .rest].filter { $0 != draft.step }
        let carried =
            others.flatMap(draft.carried) + [
                ("count", String(draft.members.count)), ("step", draft.step.rawValue),
            ]
        return """
            \(carried, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
            \(fields)
            """
    }

    private var fields: HTML {
        switch draft.step {
        case .persons: "\(draft.members.enumerated(), person)"
        case .ties: "\(draft.grown, belongs)\(draft.children, authority)"
        case .rest: rest
        }
    }

    private func name(_ place: Int) -> String { draft.members[place].name }

    private func line(_ field: String, _ label: String, _ value: String, hint: String? = nil) -> HTML {
        Field(language, field, label: label, hint: hint, value: value, error: draft.errors[field], limit: 200).html
    }

    private func choices(
        _ field: String, _ legend: String, hint: String? = nil, kind: Choices.Kind = .one, _ all: [Choices.Choice]
    ) -> HTML {
        Choices(language, field, legend: legend, hint: hint, error: draft.errors[field], kind, all).html
    }

    private func person(_ place: Int, _ member: FamilyDraft.Member) -> HTML {
        Section(
            "person-\(place)", words.person(place + 1),
            """
            \(line("name-\(place)", words.name, member.name))
            \(choices("role-\(place)", words.role, FamilyOutline.Role.allCases.map {
                Choices.Choice($0.rawValue, words.role($0), isChosen: member.role == $0)
            }))
            <fieldset class="fieldset"><legend class="legend legend--small">\(words.birth)</legend>
            <p class="field__hint">\(words.birthHint)</p>
            <div class="fieldset__row">
            \(number("day-\(place)", words.day, member.day))\(number("month-\(place)", words.month, member.month))\
            \(number("year-\(place)", words.year, member.year))
            </div></fieldset>
            """
        ).html
    }

    private func number(_ field: String, _ label: String, _ value: String) -> HTML {
        Field(language, field, label: label, value: value, error: draft.errors[field], kind: .number, limit: 4).html
    }

    private func belongs(_ place: Int) -> HTML {
        choices(
            "children-\(place)", words.belongs(name(place)), kind: .several,
            draft.children.map {
                Choices.Choice(String($0), name($0), isChosen: draft.members[place].children.contains($0))
            })
    }

    private func authority(_ place: Int) -> HTML {
        let member = draft.members[place]
        return """
            \(choices("authority-\(place)", words.authority(name(place)), hint: words.authorityHint,
                Authority.Kind.allCases.map {
                    Choices.Choice($0.rawValue, words.authority($0), isChosen: member.authority == $0)
                }))
            \(choices("holders-\(place)", words.holders(name(place)), kind: .several, draft.grown.map {
                Choices.Choice(String($0), name($0), isChosen: member.holders.contains($0))
            }))
            \(choices("investigated-\(place)", words.investigated(name(place)), kind: .several, [
                Choices.Choice("yes", words.isInvestigated, isChosen: member.isInvestigated)
            ]))

            """
    }

    private var rest: HTML {
        """
        \(line("family", words.family, draft.family, hint: words.familyHint))
        \(draft.members.indices, address)
        \(choices("organisation", words.organisation, organisations.map {
            Choices.Choice(
                $0.id.text, $0.name, isChosen: draft.organisation == $0.id || organisations.count == 1)
        }))
        \(line("function", words.function, draft.function))
        \(line("expectation", words.expectation, draft.expectation))
        \(choices("parents", words.direction, hint: words.directionHint, [
            Choices.Choice("yes", words.parentsDirect, isChosen: draft.parentsDirect),
            Choices.Choice("no", words.youDirect, isChosen: !draft.parentsDirect),
        ]))
        \(choices("knows", words.knows, [
            Choices.Choice("yes", words.doesKnow, isChosen: draft.familyKnows),
            Choices.Choice("no", words.knowsNot, text: words.knowsNotText, isChosen: !draft.familyKnows),
        ]))
        """
    }

    private func address(_ place: Int) -> HTML {
        """
        \(line("address-\(place)", words.address(name(place)), draft.members[place].address, hint: words.addressHint))
        \(choices("secret-\(place)", words.secret(name(place)), kind: .several, [
            Choices.Choice(
                "yes", words.isSecret, text: words.secretText, isChosen: draft.members[place].isSecret)
        ]))

        """
    }
}
