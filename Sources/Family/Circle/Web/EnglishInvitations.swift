// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

struct EnglishInvitations: InvitationWords {
    let invite = "Invite somebody"
    let inviteLead = "Whom would you like to have around?"
    let relative = "Somebody of the family's own"
    let relativeText = "Grandmother, the neighbour, a coach: somebody you know yourselves."
    let professional = "A professional"
    let professionalText = "Somebody of a school, a practice or another organisation."
    func title(_ kind: Membership.Kind) -> String {
        kind == .relative ? "Invite somebody of your own" : "Invite a professional"
    }
    let formLead = "They take part once everybody who must agree has said yes."
    let name = "What is their name?"
    let relation = "Who are they?"
    let relationHint = "For example: Noor's grandmother, neighbour, football coach."
    let organisation = "At which organisation?"
    let organisationHint = "Type the name as you know it."
    let colleague = "What is the professional's name?"
    let colleagueHint = "You don't know? Leave this empty. Then somebody there takes it up."
    let work = "What are they here for?"
    let workHint = "For example: play therapist, care coordinator at school."
    let forWhom = "For whom do they take part?"
    let forWhomHint = "Only for whom you choose here. From 12 a child says yes or no themself."
    let share = "What may they see?"
    func share(_ share: Share) -> (label: String, text: String) {
        switch share {
        case .contact: ("Only who takes part", "And the conversations they are in themselves.")
        case .plan: ("The plan, too", "What you want to reach, and who does what.")
        case .all: ("What happens, too", "The plan, the timeline and reports that you share.")
        }
    }
    let until = "Until which day?"
    let untilHint = "Leave it empty if you don't know yet. It can always be stopped."
    let expectation = "What may you expect of them?"
    let expectationHint = "In one or two sentences. They can change it themselves later."
    let notTheirTask = "And what not?"
    let notTheirTaskHint = "This may stay empty."
    let apart = "Whom must they not meet?"
    let apartHint = "Whoever you choose here sees nowhere that they take part."
    let reason = "Why is this person not asked?"
    let reasonHint = "Only if asking is dangerous. You decide this with a second professional."
    let second = "With whom did you decide this?"
    let send = "Invite"
    let toCircle = "Back to the circle"
    let kept = "What you typed was kept"

    let nameMissing = "Fill in what they are called."
    let relationMissing = "Fill in who they are."
    let organisationMissing = "Fill in which organisation."
    let organisationUnknown = "We don't know this organisation here. Check the name, or ask your director."
    func organisationWhich(_ names: String) -> String { "Which one do you mean: \(names)?" }
    let colleagueUnknown = "We know nobody there by that name. Check the name, or leave this empty."
    let expectationMissing = "Fill in what may be expected."
    let nobodyChosen = "Choose for whom they take part."
    let shareMissing = "Choose what they may see."
    let noDay = "Fill in a day, such as 2026-12-31."
    let termIsOver = "Choose a day from tomorrow."
    let moreThanYourOwn = "You can't show more than you see yourself."
    func nobodyDecides(_ name: String, _ reason: WhoMustAgree.Reason) -> String {
        switch reason {
        case .authorityAbsent: "Nobody has authority over \(name) now. So nobody can say yes yet."
        case .authorityUndeterminable: "It is not clear who has authority over \(name). Find that out first."
        case .authorityUnderInvestigation: "The authority over \(name) is under investigation. Wait for the outcome."
        case .authorityNotNoted: "It is not written down yet who has authority over \(name)."
        case .authorityElsewhere: "Somebody outside this family has authority over \(name), too. Ask there first."
        case .noRepresentative: "It is not written down who decides for \(name)."
        }
    }
    func mustKnow(_ name: String) -> String {
        "\(name) must say yes, so they can't be left out. Ask a professional to decide with you."
    }
    let secondIsFirst = "Choose a second professional, not yourself."
    func wrong(_ refusal: PlainText.Refusal) -> String {
        switch refusal {
        case .empty: "Fill this in."
        case .tooLong(let limit): "Make this shorter than \(limit) characters."
        case .unprintable: "There is a character in this that we can't show."
        }
    }

    let asking = "Answer an invitation"
    let open = "Invitations"
    func entry(_ name: String, for persons: String) -> String { "\(name), for \(persons)" }
    let yourAnswerNeeded = "Your answer is needed."
    func waits(for names: String) -> String { "Waits for \(names)." }
    let waitsForInvited = "Waits for who is invited."
    func pageTitle(_ name: String) -> String { "Invitation for \(name)" }
    func pageLead(_ inviter: String, until day: String) -> String {
        "\(inviter) asked this. The invitation holds until \(day)."
    }
    func outcome(_ outcome: Invitation.Outcome, waitingFor names: String) -> String {
        switch outcome {
        case .agreed: "Everybody said yes."
        case .refused: "Somebody said no."
        case .waits: "Waits for \(names)."
        case .stopped: "Not possible now: it is not certain who decides."
        }
    }
    let nobodyNamed = "whoever does it there"
    let secondProfessional = "a second professional"
    let somebody = "somebody"
    let answer = "What do you think?"
    func question(_ invited: String, about person: String) -> String { "May \(invited) take part for \(person)?" }
    func say(_ answer: Invitation.Answer) -> String {
        switch answer {
        case .yes: "Yes"
        case .no: "No"
        case .notAsked: "Not asked"
        }
    }
    let answerSend = "Send my answer"
    let answerMissing = "Choose yes or no."
    let withdraw = "Withdraw the invitation"
    let withdrawText = "Whoever takes part already stays."
    let over = "This invitation is over"
    let overText = "Somebody withdrew it, or fourteen days have passed. Your answer was not sent."
    let card = "Hand over the card"
    let cardText = "With a card they get in. Hand it over yourself, and say the four figures aloud."
    let makeCard = "Make a card"

    let mine = "Invitations for you"
    let mineLead = "Somebody asks you into a circle. You see more once you say yes."
    let mineOpen = "What waits for your answer?"
    let mineEmpty = "No invitation waits for you"
    let mineEmptyText = "When somebody invites you, it stands here."
    func asks(_ inviter: String) -> String { "\(inviter) asks you into a circle" }
    func asWhat(_ function: String) -> String { "As \(function)." }
    func expects(_ text: String) -> String { "This is expected: \(text)" }
    func expectsNot(_ text: String) -> String { "This is not: \(text)" }
    func sees(_ share: Share) -> String { "You see: \(self.share(share).label.lowercased())." }
    func answerBefore(_ day: String) -> String { "Answer before \(day)." }
    let accept = "Yes, I take part"
    let refuse = "No"
    func invitations(_ count: Int) -> String {
        count == 1 ? "There is 1 invitation for you" : "There are \(count) invitations for you"
    }
    let thanks = "Thank you"
    let thanksText = "As soon as everybody says yes, you see the circle among your families."
}
