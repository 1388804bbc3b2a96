// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of an invitation, gathered in one transaction.
struct InvitationContent: Sendable {
    let family: ID<Family>
    let kept: KeptInvitation
    let circle: CircleSight
    let reading: Reading
    let agreements: [ID<Person>: WhoMustAgree]

    /// The persons about whom the reader still owes an answer.
    func awaited(at now: Moment) -> [ID<Person>] {
        guard let own = reading.ownPerson, kept.invitation.isOpen(at: now) else { return [] }
        return kept.invitation.persons.sorted().filter { person in
            guard let agreement = agreements[person] else { return false }
            guard case .waits(let others) = kept.invitation.outcome(for: person, agreement) else { return false }
            return others.contains(own)
        }
    }
}

/// An invitation: who is asked for whom, who said what, and the reader's own answer.
struct InvitationPage: Equatable {
    struct Question: Equatable {
        let person: ID<Person>
        let name: String
    }

    let language: Language
    let family: ID<Family>
    let id: ID<Invitation>
    let invited: String
    let lead: String
    let texts: [String]
    let facts: [Facts.Fact]
    let questions: [Question]
    let isOpen: Bool
    let mayWithdraw: Bool
    let mayGiveCard: Bool
    let errors: [FieldError]
    let token: String
    let form: FormID

    init(
        _ content: InvitationContent, at now: Moment, errors: [FieldError] = [], token: String, form: FormID,
        language: Language
    ) {
        let words = language.invitations
        let invitation = content.kept.invitation
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        (self.language, self.token, self.form, self.errors) = (language, token, form, errors)
        (family, id) = (content.family, invitation.id)
        invited = content.kept.invitedName(language)
        lead = words.pageLead(names.name(invitation.by), until: language.dateInside(invitation.ends.day))
        let face = content.kept.letter?.face
        let said: [String?] = [
            face.map { words.asWhat([$0.function, $0.organisation].compactMap(\.self).joined(separator: ", ")) },
            words.share(invitation.share).label + ".", face.map(\.expectation),
            face.flatMap { $0.notTheirTask.isEmpty ? nil : words.expectsNot($0.notTheirTask) },
        ]
        texts = said.compactMap(\.self)
        facts = invitation.persons.sorted().compactMap { person -> Facts.Fact? in
            guard let name = content.circle.name(of: person), let agreement = content.agreements[person] else {
                return nil
            }
            let outcome = invitation.outcome(for: person, agreement)
            var waiting: [String] = []
            if case .waits(let others) = outcome {
                waiting = others.sorted().map {
                    invitation.leftOut.contains($0)
                        ? words.secondProfessional : content.circle.name(of: $0) ?? words.somebody
                }
            }
            return Facts.Fact(name, words.outcome(outcome, waitingFor: language.list(waiting)))
        }
        isOpen = invitation.isOpen(at: now)
        questions = content.awaited(at: now).map {
            Question(person: $0, name: content.circle.name(of: $0) ?? language.circle.erased)
        }
        let decides = invitation.persons.isSubset(of: content.reading.decidesAbout)
        mayWithdraw = isOpen && (invitation.by == content.reading.reader || decides)
        mayGiveCard = isOpen && invitation.kind == .relative && invitation.by == content.reading.reader
    }

    private var words: any InvitationWords { language.invitations }

    var html: HTML {
        """
        \(PageHead(
            words.pageTitle(invited), lead: lead, above: More(.circle(family), words.toCircle),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: !isOpen, Notice(.about, words.over).html)\
        <div class="flow">\(texts, { "<p>\($0)</p>\n" })</div>
        \(Facts(facts))
        \(if: !questions.isEmpty, answers)\
        \(if: mayGiveCard, card)\
        \(if: mayWithdraw, withdrawal)
        """
    }

    private var answers: HTML {
        Section(
            "answer", words.answer,
            FamilyForm(
                action: .answer(family, id), token: token, form: form,
                content: "\(questions, question)", buttons: [Button(words.answerSend, .submit())]
            ).html
        ).html
    }

    private func question(_ question: Question) -> HTML {
        let field = "person-\(question.person)"
        return Choices(
            language, field, legend: words.question(invited, about: question.name), error: errors[field], .one,
            [Invitation.Answer.yes, .no].map { Choices.Choice($0.rawValue, words.say($0)) }
        ).html
    }

    private var card: HTML {
        Section(
            "card", words.card,
            """
            <p>\(words.cardText)</p>
            \(ActForm(.card(family, for: id), token: token, title: words.makeCard, .quiet, form: form))
            """
        ).html
    }

    private var withdrawal: HTML {
        Section(
            "withdraw", words.withdraw,
            """
            <p>\(words.withdrawText)</p>
            \(ActForm(.withdrawal(family, id), token: token, title: words.withdraw, .quiet, form: form))
            """
        ).html
    }
}

extension KeptInvitation {
    /// How the one invited is called: by name, or as whoever does the work.
    func invitedName(_ language: Language) -> String {
        guard let face = letter?.face else { return language.circle.erased }
        if !face.name.isEmpty { return face.name }
        return "\(face.function), \(language.invitations.nobodyNamed)"
    }
}
