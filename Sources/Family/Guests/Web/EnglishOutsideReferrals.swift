// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Site

struct EnglishOutsideReferrals: OutsideReferralWords {
    let title = "Asked from outside"
    let door = "Questions and referrals of GPs and schools without an account."
    let lead = "What GPs, schools and youth doctors without an account ask of you."
    let empty = "Nothing waits here"
    let emptyText = "If a GP or a school asks you for help, it stands here."
    let mine = "Not done yet"
    let over = "Done"
    let advice = "Question for advice"
    let erased = "Erased"
    func from(_ practice: String) -> String { "From \(practice)." }
    func stands(_ referral: OutsideReferral) -> String {
        switch referral.state {
        case .sent: "There is no answer yet."
        case .accepted: "The answer is yes. There will be a first talk."
        case .waiting: "There was a first talk. The help has yet to begin."
        case .started: "The help has begun."
        case .over(.declined): "The answer is no."
        case .over(.returned): "After the first talk this proved not to be the right place."
        case .over(.finished): "The help is over."
        case .over(.answered): "There is an answer."
        case .over(.withdrawn): "This is not needed any more."
        case .over(.forsaken): "Nobody there does this any more. Look for another place."
        }
    }

    let asked = "What was asked"
    let asker = "Who asks?"
    func guest(_ guest: Guest) -> String {
        let name = "\(guest.name), \(guest.function)"
        return guest.behalf.isEmpty ? name : "\(name), on behalf of \(guest.behalf)"
    }
    let born = "Born"
    let reach = "To be reached"
    let basis = "Who agreed"
    func agreed(_ who: [String]) -> String { "Said yes: \(who.joined(separator: ", "))." }
    func ground(_ reason: String, _ second: String) -> String { "Without a yes. \(reason) Consulted: \(second)." }
    let why = "Why help is needed"
    func said(_ kind: OutsideEntry.Kind, by who: String) -> String {
        switch kind {
        case .sent: "\(who) asked this"
        case .taken: "\(who) took it"
        case .passed: "\(who) passed it on"
        case .accepted: "\(who) said yes"
        case .declined: "\(who) said no"
        case .met: "\(who) had a first talk"
        case .returned: "\(who) gave it back after the first talk"
        case .started: "\(who) began the help"
        case .paused: "\(who) noted that the family wishes to wait"
        case .resumed: "\(who) noted that the family wishes to go on"
        case .bridged: "\(who) had contact with the family"
        case .finished: "\(who) told how it ended"
        case .answered: "\(who) answered"
        case .wrote, .guestWrote: "\(who) wrote"
        case .told: "\(who) told the practice themself"
        case .read: "\(who) read this"
        case .withdrawn: "\(who) told that it is not needed any more"
        case .helped: "\(who) found that it helped"
        case .helpedPartly: "\(who) found that it helped a little"
        case .notHelped: "\(who) found that it did not help"
        case .linkAsked: "\(who) asked for a new link"
        case .directed: "\(who) of the area team directs now"
        case .directionLeft: "\(who) said no to direction. Who helps keeps it"
        case .teamGone: "Nobody is left at the area team who can do this. Who helps directs"
        case .hidden: "\(who) wrote that the area team may not see this any more"
        case .late: "The answer was late. It lies with the whole organisation now"
        case .left: "Who did this does not work there any more. It lies with the whole organisation now"
        case .forsaken: "Nobody there has this in hand any more"
        }
    }
    let ourselves = "Rondom"

    let acceptSend = "Yes, we do this"
    let answerTitle = "Answer"
    let answer = "What do you advise?"
    let answerSend = "Send the answer"
    let writeTitle = "Write to the practice"
    let write = "What do you want to say?"
    let writeSend = "Send"
    let tellTitle = "Let the practice know"
    let tellText = "This referral came by letter. Call or write to the practice yourself, and note that it was done."
    let tellSend = "The practice knows"
    let more = "More are waiting. They come here as these are done."
    let heardByMail = "The practice gets a mail that there is an answer."

    let newLetter = "Take in a letter"
    let newLetterText = "A referral that came on paper or by another system."
    let letterLead = "Fill in who wrote and whom it is about. Then it goes as any other referral."
    let letterPractice = "Which practice or school wrote the letter?"
    let letterName = "Who wrote the letter?"
    let letterFunction = "What does that person do there?"
    let letterSend = "Take in the letter"
    let letterTo = "Nobody needs a code for it. You tell the practice yourself how it goes."

    let team = "May the area team know of this?"
    let teamHint = """
        Only if who said yes agrees. The team sees the name, the day of birth, who was asked and how it stands. Not what \
        you ask or why.
        """
    let noTeam = "No, or not asked"
    let teamWrong = "This needs the yes of the family. Choose “No, or not asked”, or ask the family."
    let teamKnows = "Yes. The area team sees that this goes on."
    let hide = "The family no longer wants the area team to see this"
    let directing = "Who directs?"
    let directingHint = "Ask the family. An area team that you offer direction sees who it is."
    func directs(_ usual: String) -> String {
        switch usual {
        case "family": "The parents or the young person"
        case "practice": "Who referred"
        default: "We, who help"
        }
    }
    func directs(_ direction: OutsideDirection) -> String {
        switch direction {
        case .family: "The parents or the young person."
        case .practice: "Who referred."
        case .provider: "Who helps."
        case .offered: "Who helps. The area team was asked to direct."
        case .areaTeam: "The area team."
        }
    }
    func offer(to team: String) -> String { "\(team): ask whether they direct" }
    let offerAgreement = "Do you ask an area team?"
    let offerAgreed = "The family agrees that this team knows who it is and how to reach it"
    let offerUnagreed = "Ask the family first. If it says no, choose somebody else to direct."

    let directTitle = "Direct referrals"
    let directDoor = "Whom a GP or school referred past you, where the family agreed to that."
    let directLead = "Who was referred past you, where the family agreed that you know."
    let directEmpty = "You know of no direct referral"
    let directEmptyText = "When a family agrees that you know, it stands here."
    func directUnseen(_ count: Int?) -> String {
        guard let count else {
            return "In the past year there were fewer than ten direct referrals that no area team sees."
        }
        return "In the past year there were \(count) direct referrals that no area team sees."
    }
    func directFrom(_ practice: String, to provider: String) -> String { "From \(practice) to \(provider)." }
    let since = "Asked on"
    let offered = "Who helps asks whether you direct."
    let direct = "Yes, we direct"
    let leave = "No, we do not direct"
    let leaveReason = "Why not?"
    let leaveSend = "Say no"
}
