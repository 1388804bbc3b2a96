// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What somebody of the family is asked about how it was written down.
struct ConfirmationContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let open: [ID<Person>]
}

/// Where somebody of the family says whether what was written down of each person is right.
struct ConfirmationPage: Equatable {
    struct Question: Equatable {
        let person: ID<Person>
        let name: String
        let facts: [String]
        var answer: String
        var remark: String
    }

    let language: Language
    let family: ID<Family>
    let questions: [Question]
    let errors: [FieldError]
    let token: String
    let form: FormID

    init(
        _ content: ConfirmationContent, typed: FormBody? = nil, errors: [FieldError] = [], token: String,
        form: FormID, language: Language
    ) {
        (self.language, self.errors, self.token, self.form) = (language, errors, token, form)
        family = content.family
        questions = content.open.compactMap { person in
            guard let sight = content.circle.persons.first(where: { $0.person.id == person }) else { return nil }
            return Question(
                person: person, name: sight.name ?? language.circle.erased,
                facts: Self.facts(sight, content.circle, language), answer: typed?.text("right-\(person)") ?? "",
                remark: typed?.text("remark-\(person)") ?? "")
        }
    }

    private static func facts(_ sight: CirclePerson, _ circle: CircleSight, _ language: Language) -> [String] {
        let birth = sight.person.birth
        let born = birth.isKnown ? language.confirmation.born(language.birthDay(birth)) : nil
        let ties = Dictionary(grouping: circle.ties.filter { $0.person == sight.person.id }, by: \.kind)
        let told = Tie.Kind.allCases.compactMap { kind in
            ties[kind].map { tied in
                let names = tied.map { circle.name(of: $0.other) ?? language.circle.erased }
                return language.circle.tie(kind, to: language.list(names)).capitalised + "."
            }
        }
        return [born].compactMap(\.self) + told
    }

    private var words: any ConfirmationWords { language.confirmation }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(family), language.invitations.toCircle),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: questions.isEmpty, Notice(.good, words.done).html)\
        \(if: !questions.isEmpty, FamilyForm(
            action: .confirmation(family), page: .confirmation(family), token: token, form: form,
            content: "\(questions, question)", buttons: [Button(words.send, .submit())]).html)
        """
    }

    private func question(_ question: Question) -> HTML {
        let (right, remark) = ("right-\(question.person)", "remark-\(question.person)")
        return Section(
            "person-\(question.person)", question.name,
            """
            \(question.facts, { "<p>\($0)</p>" })
            \(Choices(language, right, legend: words.question(question.name), error: errors[right], .one, [
                Choices.Choice("yes", words.right, isChosen: question.answer == "yes"),
                Choices.Choice("no", words.wrong, isChosen: question.answer == "no"),
            ]))
            \(Field(language, remark, label: words.remark, hint: words.remarkHint, value: question.remark,
                error: errors[remark], kind: .paragraphs(rows: 2)))
            """
        ).html
    }
}
