// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct EnglishMeetings: MeetingWords {
    let title = "Meetings"
    let door = "Around the table: planning, answering, and what was decided."
    let lead = "Here are the meetings to which you were asked."
    let coming = "To come"
    let past = "In the past"
    let nothing = "There is no meeting yet"
    let nothingText = "Propose one. Who belongs there is on the list already."
    func propose(_ names: String) -> String { "Meeting about \(names)" }
    let about = "About whom"
    let toCalendar = "Put your meetings in your own calendar"
    func state(_ state: Meeting.State) -> String {
        switch state {
        case .proposed: "Choosing a time"
        case .planned: "Fixed"
        case .held: "Held"
        case .cancelled: "Called off"
        }
    }
    let noTimeYet = "No time was chosen yet."
    let erased = "This subject was erased"
    let formLead = "Who belongs there is on the list already. Choose a time and send it."
    let aboutOthers = "Is it about somebody else?"
    let showOthers = "Show who belongs there"
    func subjectBegun(_ names: String) -> String { "How is \(names) doing?" }
    let subject = "What is it about?"
    let subjectMissing = "Write in a few words what it is about."
    func day(_ number: Int) -> String { number == 1 ? "Which day?" : "Or day \(number)" }
    func clock(_ number: Int) -> String { number == 1 ? "What time?" : "Time on day \(number)" }
    let clockHint = "Like this: 15:30"
    let length = "How long?"
    func minutes(_ count: Int) -> String {
        switch count {
        case 60: "1 hour"
        case 90: "an hour and a half"
        case 120: "2 hours"
        default: "\(count) minutes"
        }
    }
    let moreTimes = "Propose more times"
    let place = "Where? (may be left out)"
    let placeHint = "Only who you ask sees this. Name no secret address."
    let video = "Address of a video call (may be left out)"
    let videoHint = "Begins with https://"
    let videoWrong = "Write the whole address, with https:// in front."
    let goals = "Which goals will you talk about?"
    let invited = "Whom do you ask?"
    let invitedHint = "Who stands here may talk about those it is about."
    let nobodyInvited = "Choose at least one person."
    func cannotCome(_ name: String) -> String { "\(name) can't be there. Make a meeting apart for them." }
    let cannotTogether = "This meeting can't be with these people together. A professional of the circle helps you."
    let invitedHintOpen = "These are the people you know in the circle."
    let noTime = "Choose a day and a time."
    let notThen = "Choose a time that is still to come, within a year, and each time once."
    let noSuchClock = "There is no such time. Write it like this: 15:30"
    let tooManyTimes = "Propose five times at most."
    let apart = "Rather apart?"
    let apartText = "Meetings apart are quite ordinary. You send them together. The one does not know of the other."
    let apartWho = "Whom do you ask to the meeting apart?"
    let apartDay = "Day of the meeting apart"
    let apartClock = "Time of the meeting apart"
    let missing = "Does somebody else belong there?"
    func missing(_ names: String, count: Int) -> String {
        "\(names) \(count == 1 ? "is" : "are") not on the list. Choose them after all, or send it like this."
    }
    let sendAnyway = "Send without them"
    let send = "Send the invitation"
    let nobody = "There is nobody to ask yet"
    let nobodyText = "First invite somebody into the circle."
    let changeTitle = "Change the meeting"
    let changeLead = "Everybody hears of it, and says again whether they can come."
    let change = "Change"
    let theirs = "Somebody else changed this meeting, too"
    let theirsText = "Look at how it stands now. Send your own change after that."
    func span(_ start: String, until end: String) -> String { "\(start) to \(end)" }
    let cancelled = "This meeting was called off."
    let isHeld = "This meeting was held."
    let when = "When"
    let convener = "Asked by"
    let answerAsked = "Can you be there?"
    let yourAnswer = "Your answer"
    func answer(_ answer: Meeting.Answer) -> String {
        switch answer {
        case .can: "I can"
        case .ifNeeded: "If need be"
        case .cannot: "I can't"
        }
    }
    func said(_ answer: Meeting.Answer?) -> String {
        switch answer {
        case .can: "Can come"
        case .ifNeeded: "If need be"
        case .cannot: "Can't come"
        case nil: "No answer yet"
        }
    }
    let allTimes = "I can always"
    let noneOfThem = "I can never"
    let saveAnswer = "Send my answer"
    let answerMissing = "Choose an answer for each time."
    let who = "Who is coming?"
    func count(can: Int, ifNeeded: Int, cannot: Int) -> String {
        "Can: \(can). If need be: \(ifNeeded). Can't: \(cannot)."
    }
    let times = "Which time will it be?"
    let choose = "Choose this time"
    let late = "This was not possible any more"
    let lateText = "The meeting changed meanwhile. See below how it stands now."
    let youWrote = "You wrote this:"
    let notice = "Something changed"
    let noticeText = "Look below how it stands now."
    let seen = "Seen"
    let run = "Change it or call it off"
    let cancel = "Call the meeting off"
    let cancelText = "Everybody hears of it."
    let cancelReason = "Why? (may be left out)"
    let takeAlong = "Put this meeting in your calendar"
    let fileName = "meeting"
    let whyCancelled = "Why not"
    func leftOut(_ names: String) -> String { "Not asked, but belongs there: \(names)." }
    let watching = "You were not asked to this one. You see that it is there, because you direct."
    let watchingInEmergency = "You were not asked to this. You see that it is, as you have emergency access."
    let placeLabel = "Where"
    let convenes = "Asked for this meeting"
    let came = "Was there"
    let cameNot = "Was not there"
    let today = "Meetings today"
    let next = "The next meeting"
    func from(_ clock: String) -> String { "At \(clock)" }
}
