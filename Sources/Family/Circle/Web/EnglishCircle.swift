// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishCircle: CircleWords {
    let title = "Circle"
    func ownTitle(_ name: String) -> String { "This is your circle, \(name)" }
    func title(around children: String) -> String { "The circle around \(children)" }
    func lead(near: Int, professionals: Int, around children: String) -> String {
        let people = [
            counted(near, "of their own people", "of their own people"),
            counted(professionals, "professional", "professionals"),
        ]
        let verb = near + professionals == 1 ? "stands" : "stand"
        return "\(Language.en.list(people.compactMap(\.self))) \(verb) around \(children).".capitalised
    }
    private func counted(_ number: Int, _ one: String, _ more: String) -> String? {
        number == 0 ? nil : "\(Language.en.count(number)) \(number == 1 ? one : more)"
    }
    let invitations = "Who is invited"
    func joined(_ maker: String, _ moment: String) -> String { "You came in with a card from \(maker): \(moment)" }
    let joinedText = "Was that not you? Tell somebody you trust at once."
    let confirm = "Is this right?"
    let confirmText = "A professional wrote down who belongs to your family."
    let confirmMore = "See whether it is right"
    let unknownAge = "age not known"
    let write = "Write a message"
    let now = "What happens next"
    let nothingNow = "Nothing is open"
    let nothingNowText = "When somebody promises something, you see here who does it and when."
    let who = "Who is helping"
    let family = "The family"
    let ownPeople = "The family's own people"
    let professionals = "Professionals"
    let you = "you"
    func child(_ age: Int) -> String { "\(age) years old" }
    func tie(_ kind: Tie.Kind, to names: String) -> String {
        switch kind {
        case .parent: "parent of \(names)"
        case .newPartner: "step-parent of \(names)"
        case .guardian: "guardian of \(names)"
        case .fosterParent: "foster parent of \(names)"
        case .sibling: "brother or sister of \(names)"
        case .other: "belongs with \(names)"
        }
    }
    let inFamily = "belongs to the family"
    func detail(_ kind: PersonalDetail) -> String {
        switch kind {
        case .address: "Address"
        case .phone: "Telephone"
        case .school: "School"
        case .placeOfCare: "Place of care"
        case .pickUpTimes: "Pick-up times"
        case .meetingPlace: "Meeting place"
        }
    }
    let hiddenDetail = "secret"
    let hiddenDetails = "Do not pass on what is secret."
    func direction(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "Director: fixed point of contact"
        case .monitoring: "Director: monitoring"
        case .careCoordination: "Director: care coordination"
        case .safetyCoordination: "Director: safety coordination"
        }
    }
    let firstContact = "First contact"
    func since(_ day: String) -> String { "In the circle since \(day)." }
    func sees(_ share: Share) -> String {
        switch share {
        case .contact: "Sees only who is in the circle."
        case .plan: "Sees the plan."
        case .all: "Sees the plan and what happens."
        }
    }
    func belongs(to children: String) -> String { "Here for \(children)." }
    func notTheirTask(_ text: String) -> String { "Not: \(text)" }
    func write(to name: String) -> String { "Write to \(name)" }
    let erased = "erased"
    func owner(_ name: String) -> String { "\(name):" }
    func about(_ names: String) -> String { "About \(names)." }
    func late(_ day: String) -> String { "Was due: \(day)" }
    let lateNote = "Feel free to ask why it has not been done yet."
    let recent = "What happened last"
    let more = "More about this circle"
    let conversations = "Conversations"
    func conversationsText(_ unread: Int) -> String {
        switch unread {
        case 0: "Read back, or start a new conversation."
        case 1: "There is 1 new message for you."
        default: "There are \(unread) new messages for you."
        }
    }
    let whoLooked = "Who looked"
    let unableText = "Somebody recorded that you do not decide this yourself now. Read why."
    let whoLookedText = "See who looked at your information, and why."
    let shownName = "Name or function"
    let shownNameText = "Choose how the family sees you under “Who looked”."
    let nobody = "Nobody is in the circle yet"
    let nobodyText = "As soon as somebody joins, you see here who that is and what to expect."
}
