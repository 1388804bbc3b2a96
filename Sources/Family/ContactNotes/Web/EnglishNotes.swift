// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishNotes: NoteWords {
    let title = "Contact notes"
    let lead = "A call or a visit, written down in a minute. The family can read this."
    let familyLead = "Professionals wrote this down after a talk or visit. Is something not right? Add your own words."
    let door = "What was written down after a call or a visit."
    let new = "New contact note"
    let newLead = "Write down what matters, so that the family can read it, too."
    let empty = "There are no contact notes for you yet"
    let emptyText = "When somebody writes one that you may read, it stands here."
    let all = "All contact notes"
    func kind(_ kind: ContactNote.Kind) -> String {
        switch kind {
        case .call: "Called"
        case .visit: "Visited"
        case .mail: "Mailed"
        case .noShow: "Appointment, but nobody was there"
        case .other: "Something else"
        }
    }
    func heading(_ kind: ContactNote.Kind, _ day: String) -> String { "\(self.kind(kind)), \(day)" }
    func with(_ names: String) -> String { "With \(names)." }
    func about(_ names: String) -> String { "About \(names)." }
    func by(_ name: String, _ moment: String) -> String { "Written down by \(name), \(moment)." }
    let erased = "This note was erased."
    let open = "Read or correct"
    let corrected = "Corrected"

    let kindLegend = "What kind of contact?"
    let withLegend = "With whom?"
    let withMissing = "Choose with whom you had contact."
    let aboutLegend = "Whom is it about?"
    let aboutHint = "When you choose nobody, it is about whom you spoke."
    let aboutWrong = "Choose whom it is about."
    let day = "Day"
    let clock = "Time"
    let clockHint = "Such as 14:30."
    let notThen = "Choose a moment that has been."
    let text = "What was said?"
    let textHint = "Short and in plain words."
    let textMissing = "Write down what was said."
    let helped = "Who helped with talking?"
    let interpreter = "An interpreter was there"
    let withInterpreter = "With an interpreter."
    func wrong(_ refusal: PlainText.Refusal) -> String {
        switch refusal {
        case .empty: textMissing
        case .tooLong(let limit): "Write \(Language.en.number(limit)) characters at most."
        case .unprintable: "There are characters in it that we can't keep. Take them out."
        }
    }
    let follows = "What follows from it?"
    let followsHint = "Each line becomes a promise, seen by those for whom it counts."
    func what(_ place: Int) -> String { "Promise \(place): what" }
    func who(_ place: Int) -> String { "Promise \(place): who" }
    func due(_ place: Int) -> String { "Promise \(place): when" }
    let whoMissing = "Choose who does this."
    let dueWrong = "Choose a day from today."
    let save = "Keep"

    let correct = "Correct this note"
    let correctHint = "What stood there can still be read."
    let correctButton = "Keep the correction"
    let earlier = "What stood there before"
    let statements = "What the family says of it"
    func statedBy(_ name: String, _ moment: String) -> String { "\(name), \(moment)" }
    let state = "Is this not right?"
    let stateHint = "Your words stay with this note. Who reads the note reads them, too."
    let stateButton = "Add my words"

    let copy = "Take along"
    let copyLead = "For your own record, as PDF or as text. That you do this is written down."
    let copyTitle = "Taking contact notes along"
    let fileName = "notes"
    func copied(_ day: String, by name: String) -> String { "Made on \(day), by \(name)." }
    func count(_ notes: Int) -> String { notes == 1 ? "1 note." : "\(notes) notes." }
    let pdf = "Copy as PDF"
    let asText = "Copy as text"
}

struct EnglishContacts: ContactWords {
    let quiet = "No contact for a while"
    let quietDoor = "Families you have not spoken with for some time."
    func quietLead(_ days: Int) -> String { "You had no contact with these families for \(days) days." }
    func quietCount(_ families: Int, _ days: Int) -> String {
        families == 1
            ? "You had no contact with one family for \(days) days."
            : "You had no contact with \(Language.en.count(families)) families for \(days) days."
    }
    let quietAll = "See all of them"
    let nobodyQuiet = "You had contact with all your families"
    let nobodyQuietText = "When you don't hear of a family for a while, it stands here."
    func last(_ day: String) -> String { "Last contact: \(day)." }
    let never = "No contact yet."
    let daysLabel = "After how many days do you want to see this?"
    func days(_ days: Int) -> String { "\(days) days" }
    let choose = "Keep"
    let howAreYou = "How are you?"
    func ask(_ names: String) -> String { "Ask \(names) how it goes" }
    let note = "Write a contact note"
    func family(_ name: String) -> String { "Family \(name)" }
    let erased = "A family that was erased"

    let callBack = "Ask somebody to call"
    let callBackDoor = "Choose who calls you, and by when."
    let callBackLead = "Whom you choose sees this on Today. Unless it says otherwise, only the two of you see it."
    let callBackWho = "Who should call you?"
    func callBackTeam(_ name: String) -> String {
        "Does \(name) not call in time? Then their team sees your question, too, where they are in the circle."
    }
    let callBackBy = "By"
    let callBackAbout = "What about? You need not say."
    let callBackAboutHint = "A few words are enough."
    let callBackMissing = "Choose who should call you."
    let callBackNotThen = "Choose a day from today, within six weeks."
    let callBackSend = "Ask to be called"
    let callBackNobody = "There is nobody who can call you"
    let callBackNobodyText = "When somebody is in the circle, you can ask it here."
    func callBackText(_ name: String, about: String?) -> String {
        "Call \(name)" + (about.map { ": \($0)" } ?? "")
    }

    let working = "Working notes"
    let workingDoor = "For you alone, outside every dossier."
    let workingLead = "For you alone, to remember something. They belong to no dossier."
    let workingText =
        "Nobody else can read them, nor can your organisation. Throw them away when you need them no longer."
    let workingLabel = "What do you want to remember?"
    let workingSave = "Keep for me"
    let workingEnd = "Throw away"
    let workingNone = "You have no working notes"
    let workingNoneText = "What belongs to the family you write in a contact note."
}
