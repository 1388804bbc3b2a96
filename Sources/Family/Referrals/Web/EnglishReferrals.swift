// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

struct EnglishReferrals: ReferralWords {
    let title = "Referrals"
    let door = "Who asked you to help, and how does it stand?"
    let familyDoor = "Who was asked to help, and how long do you wait?"
    func span(days: Int) -> String {
        switch days {
        case ..<1: "less than a day"
        case 1: "1 day"
        case ..<14: "\(days) days"
        default: "\((days + 3) / 7) weeks"
        }
    }

    func refer(_ name: String) -> String { "Refer \(name)" }
    func referLead(within days: Int) -> String {
        "The other side must answer within \(days) working \(days == 1 ? "day" : "days"). Until help starts you stay responsible."
    }
    let referText = "Ask another organisation to help."
    let referWhom = "Refer somebody"
    let soFar = "What there was before"
    let helpers = "Professionals so far"
    let handovers = "Handovers"
    let alternatives = "Is there another way?"
    let askFirst = "Ask for advice first, without names."
    let addSomebody = "Start together"
    let addSomebodyText = "Stay yourself, and ask somebody to join the circle."
    let noBasis = "There is nothing yet on which you may share"
    let noBasisText = "Ask for consent first, or note why it may be done without."
    let askConsent = "Ask for consent to share"
    let askConsentText = "Say with whom, what and what for."
    let noteGround = "Share without consent"
    let noteGroundText = "Note on which ground that may be done."
    func whom(_ name: String) -> String { "Who may know that it is about \(name)?" }
    let whomHint = """
        Choose with whom you ask why they may know. With that you also say: this is the party that is named there. \
        Each organisation needs a yes or a ground of its own. If you ask several, the others stop once one starts.
        """
    let whomMissing = "Choose whom you ask."
    let askNot = "Do not ask"
    let partyTwice = "This counts for one party, and you ask that one already. Ask for a yes of its own."
    let partyNotAsked =
        "You may share this with a party that you do not ask now. Choose another reason, or do not share it."
    func seenBy(_ name: String) -> String { "Who reads the plan of \(name) sees this referral at once" }
    let seenByText =
        "Could that be dangerous for anybody? Talk with a colleague first. It can be held only after it was sent."
    func expected(_ span: String, about number: Int) -> String {
        "Half of them started here within \(span). That is about some \(number) families."
    }
    func expectedAfterAssignment(_ span: String, about number: Int) -> String {
        "Half of them began here within \(span) of the municipality's assignment. That is about \(number) young people."
    }
    let notKnown = "How long it takes here we do not know yet."
    let question = "What do you ask?"
    let questionHint = "In plain words. The family reads this, too."
    let questionMissing = "Write down what you ask. One sentence is enough."
    let choose = "Choose one"
    let basisMissing = "Choose why you may share this."
    func agreed(_ letter: String, _ day: String) -> String { "Agreed on \(day). \(letter)" }
    func ground(_ ground: String, _ letter: String, _ day: String) -> String { "\(ground) (\(day)). \(letter)" }
    let share = "What goes along?"
    let shareHint = "Choose for each part why you may share it. Choose nothing, and it does not go along."
    func story(of name: String) -> String { "The story of \(name)" }
    func goal(_ title: String) -> String { "Goal: \(title)" }
    let helpSoFar = "What help there was before, without names"
    let notShared = "Do not share"
    let mayNot = "You may not share this now"
    let look = "See what would go along"
    let send = "Send the referral"

    let familyLead = "Who was asked to help, and how it stands."
    let noneYet = "There are no referrals yet"
    let noneYetText = "When somebody asks another organisation to help you, you see it here."
    func about(_ name: String, _ place: String) -> String { "\(name) and \(place)" }
    let somewhere = "another organisation"
    func stands(_ state: Referral.State) -> String {
        switch state {
        case .sent: "There is no answer yet."
        case .accepted: "The answer is yes. There will be a first talk."
        case .waiting: "There was a first talk. Help has yet to start."
        case .started: "Help has started."
        case .answered(.declined): "They can not do this."
        case .answered(.returned): "After the first talk this proved not the right place."
        case .answered(.redirected): "Another place fits better."
        case .answered(.forsaken): "Nobody there does this now. Who asked looks further."
        case .answered(.finished), .closed(.helped), .closed(.helpedPartly), .closed(.notHelped): "This is done."
        case .closed(.noLongerNeeded): "This is no longer needed."
        case .closed(.sentOn): "This went on to another place."
        case .closed(.startedElsewhere): "Help started at another place."
        case .closed(.unheard): "This is done."
        }
    }
    func waits(_ span: String) -> String { "The wait is \(span) now." }
    func waited(_ span: String) -> String { "The wait was \(span)." }
    func pausedAfter(_ span: String) -> String { "The wait stands still after \(span), as you wished." }
    func halfBegan(_ span: String) -> String { "Half of the families started here within \(span)." }
    let asked = "This was asked:"
    let open = "See this referral"

    let deskLead = "Help that was asked of you, and that you asked for."
    let which = "Which"
    func group(_ group: SealedReferrals.Group, _ count: Int) -> String {
        switch group {
        case .toAnswer: "New (\(count))"
        case .waiting: "Waits for help (\(count))"
        case .helping: "Gets help (\(count))"
        case .sent: "Asked by you (\(count))"
        }
    }
    let withWhom = "From or to whom"
    let all = "All"
    let deskEmpty = "Nothing waits here"
    let deskEmptyText = "When somebody asks you to help, it stands here."
    let nobodyNamed = "Somebody whose name you do not read"
    func from(_ sender: String, to receiver: String) -> String { "From \(sender), to \(receiver)." }
    let longestWaits = "Who waits longest"
    let waitsLead = "Families who wait for your help. Who waits longest stands first."
    let nobodyWaits = "Nobody waits"
    let nobodyWaitsText = "When somebody says yes to a referral, it stands here until help starts."
    let waitColumns = ["Who", "Asked by", "How it stands", "Waits for"]

    let sharedTitle = "What was asked and shared"
    func part(_ kind: SharedPart.Kind) -> String {
        switch kind {
        case .question: "The question about"
        case .story: "A story"
        case .goal: "A goal"
        case .helpSoFar: "What help there was before"
        }
    }
    func agreedWith(_ party: String, _ place: String) -> String {
        "This may be shared with “\(party)”. Who referred says that this is \(place)."
    }
    let takenBack = "You do not read this any more: the consent was taken back, or is over."
    let takenBackThere = "The other side does not read this any more: the consent was taken back, or is over."
    let notRead = "You do not read this any more, as you do not go on with it."
    let outside =
        "You only see how it stands. What was shared is read by who works on the plan with the young person."
    let said = "What was said and done"
    func said(_ kind: ReferralEntry.Kind, by who: String) -> String {
        switch kind {
        case .sent: "\(who) asked for help"
        case .taken: "\(who) took it"
        case .passed: "\(who) passed it on"
        case .accepted: "\(who) said yes"
        case .declined: "\(who) said no"
        case .redirected: "\(who) pointed to another place"
        case .met: "\(who) had a first talk"
        case .returned: "\(who) gave it back after the first talk"
        case .started: "\(who) started the help"
        case .paused: "\(who) noted that the family wishes to wait"
        case .resumed: "\(who) noted that the family wishes to go on"
        case .bridged: "\(who) had contact with the family"
        case .finished: "\(who) told how it ended"
        case .helped: "\(who) found that it helped"
        case .helpedPartly: "\(who) found that it helped a little"
        case .notHelped: "\(who) found that it did not help"
        case .noLongerNeeded: "\(who) wrote that it is no longer needed"
        case .sentOn: "\(who) asked at another place"
        case .startedElsewhere: "Help started at another place"
        case .unheard: "Nobody said whether it helped"
        case .late: "The answer was late. It is with the whole organisation now"
        case .left: "Who did this no longer works there. It is with the whole organisation now"
        case .inbox: "It lies with the whole organisation now"
        case .forsaken: "Nobody there has this in hand any more. It is back with who asked"
        }
    }
    func someone(at organisation: String) -> String { "somebody of \(organisation)" }
    let nobody = "Rondom"
    let elsewhereSaid = "Where the family can go:"
    let doneBy = "The help is given by"

    let acceptTitle = "Say yes"
    let keeper = "Who keeps contact with the family until help starts?"
    func keeper(_ keeper: Referral.Keeper) -> String {
        switch keeper {
        case .sender: "Who asked for help"
        case .receiver: "We do"
        }
    }
    let acceptSend = "Yes, we do this"
    let declineTitle = "Say no"
    let declineSend = "No, we do not do this"
    let reason = "Why not?"
    let reasonMissing = "Write it down. One sentence is enough."
    let elsewhere = "Where can the family go instead?"
    let elsewhereHint = "The family reads this, too. If you do not know, write who may."
    let elsewhereMissing = "Write where the family can go instead."
    let redirectTitle = "Another place fits better"
    let redirectSend = "Point to this place"
    let choiceMissing = "Choose one."
    let note = "Anything to add?"
    let meetTitle = "There was a first talk"
    let meetSend = "The talk was held"
    let startTitle = "Help starts"
    let startSend = "Help has started"
    let subcontractor = "Does another organisation give the help for you?"
    let subcontractorHint = "Then write its name. Else leave this empty."
    let bridgeTitle = "Contact while the family waits"
    let bridgeSend = "There was contact"
    let backTitle = "Give it back"
    let backSend = "Give back"
    let endTitle = "Help is done"
    let endSend = "Let them know"
    let endText = "How did it go?"
    let endHint = "Who asked for help reads this."
    let result = "How does the family go on?"
    func result(_ result: ReferralResult) -> String {
        switch result {
        case .withoutHelp: "Without help"
        case .withLess: "With less help"
        case .otherHelp: "Another goes on"
        case .leftEarly(.family): "The family stopped early"
        case .leftEarly(.provider): "We stopped early"
        case .leftEarly(.together): "Stopped early together"
        case .leftEarly(.outside): "Stopped by something else, such as a move"
        }
    }
    let verdictTitle = "Did this help?"
    let verdict = "What did it do for the family?"
    func verdict(_ closing: Referral.Closing) -> String {
        switch closing {
        case .helped: "It helped"
        case .helpedPartly: "It helped a little"
        default: "It did not help"
        }
    }
    let verdictSend = "Let them know"
    func sendOn(_ place: String) -> String { "Ask \(place)" }
    let sendOnText = "The time the family waited already counts."
    let take = "I take this"
    let pause = "The family wishes to wait"
    let resume = "The family wishes to go on"
    let passTitle = "Pass it on"
    let passLabel = "To whom?"
    let passInbox = "To everybody at my organisation"
    let pass = "Pass it on"
    let withdraw = "This is no longer needed"
    let typedTitle = "What you wrote, and stands nowhere yet"
    func refused(_ refusal: Referral.Refusal) -> String {
        switch refusal {
        case .closed: "This referral is done already. Do you want help after all? Refer anew."
        case .notYours: "Somebody else has taken this."
        case .notNow: "Somebody was first. See how it stands now."
        case .ownReferral: "You can not ask this of yourself or your own organisation. Choose another one."
        case .noReason: "Write why, and where the family can go instead."
        case .notShared: "Not all of this may be shared now. Look it over."
        case .changed: "This was changed meanwhile. Read it again, and then choose what you share."
        }
    }
}
