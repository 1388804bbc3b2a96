// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishHolds: HoldWords {
    let title = "Held"
    let lead = "What stands here can not be seen by some people. They notice nothing of it."
    let nothing = "Nothing is held now"
    let nothingText = "You can hold a conversation, a promise or a member of the circle on its own page."
    let over = "Not held any more"
    let close = "Closed track"
    let closeText =
        "With honour violence, forced marriage, trafficking or abduction. Then somebody sees nothing of this family any more."
    let door = "Held"
    let doorText = "What some people can not see now."
    let hold = "Hold"
    private func kind(_ kind: ItemName.Kind) -> String {
        switch kind {
        case .conversation: "conversation"
        case .promise: "promise"
        case .meeting: "meeting"
        case .circle: "member of the circle"
        case .family: "family"
        case .goal: "goal"
        case .action: "action"
        case .indication: "safety indication"
        case .match: "index match"
        case .proposal: "proposal of help"
        case .provision: "decision of the municipality"
        case .referral: "referral"
        default: "item"
        }
    }
    func newTitle(_ kind: ItemName.Kind) -> String {
        kind == .family ? "Begin a closed track" : "Hold: \(self.kind(kind))"
    }
    let atOnce = "It becomes invisible at once"
    let atOnceText = "Whom you choose finds no trace of this any more. A second professional says whether it stays so."
    let nobodySecond = "There is nobody to decide with"
    let nobodySecondText = "Invite a colleague into the circle first, or ask your organisation for a team lead."
    let from = "Who may not see it?"
    let fromHint = "Choose everybody for whom this could be dangerous."
    let fromMissing = "Choose who may not see this."
    let signsNotIn = "Does not sign in yet. It counts as soon as they do."
    let reason = "Why?"
    let reasonHint = "Write what could happen. Only who decides about this reads it."
    let reasonMissing = "Write down why."
    let second = "Who decides with you?"
    let secondHint = "Another professional of the circle, or a team lead of your organisation."
    let secondMissing = "Choose who decides with you."
    let secondIsFrom = "Who decides with you must be able to see it."
    func teamLead(of organisation: String) -> String { "A team lead of \(organisation)" }
    let review = "Looked at again on"
    let reviewHint = "Within two weeks. If nobody decides then, it stays held."
    let reviewTooLate = "Choose a day from tomorrow, within two weeks."
    let holdButton = "Hold it now"
    let show = "Show again"
    let showTitle = "Show a member again"
    func showFirst(_ name: String) -> String { "Talk about this with \(name) first" }
    let showFirstText =
        "When they were invited it was said that these people must not meet. Nothing changes until a second professional says yes."
    let showTo = "To whom?"
    let showMissing = "Choose to whom you show this member again."
    func showReasonHint(_ name: String) -> String { "Write what has changed, and what \(name) thinks of it." }
    let showButton = "Ask them to decide with me"
    func entry(_ kind: ItemName.Kind, from names: String) -> String {
        "\(self.kind(kind).capitalised), not to be seen by \(names)"
    }
    func state(_ state: Hold.State, until day: String) -> String {
        switch state {
        case .standing: "Is held. Looked at again: \(day)."
        case .waiting(.start, _): "Is held. A second professional is still to say so."
        case .waiting(.third, _): "The two do not agree. A team lead decides; until then it stays so."
        case .waiting(.stay, _): "May stay held for longer. A second professional decides, too."
        case .waiting(.release, _): "May be seen again. Until a second professional says yes it stays so."
        case .released: "Can be seen again. Nobody hears that it was held."
        }
    }
    let by = "Proposed by"
    let since = "Since"
    let yourAnswer = "What do you think?"
    let said = "Do you agree?"
    let saidMissing = "Choose yes or no."
    func answer(_ answer: SecondProfessional.Answer) -> String {
        switch answer {
        case .yes: "Yes, I agree"
        case .no: "No"
        }
    }
    let answerReasonHint = "With a no it is needed. With a yes it may be there."
    let answerButton = "Record the answer"
    let decide = "Decide again"
    let what = "What do you propose?"
    let whatHint = "It begins when a second professional says yes."
    let whatMissing = "Choose what you propose."
    func choice(_ decision: Hold.Decision) -> String {
        switch decision {
        case .release: "Let it be seen again"
        case .start, .third, .stay: "Hold it for two weeks more at most"
        }
    }
    let decideButton = "Propose"
    let decisions = "What was decided"
    func decided(_ decision: Hold.Decision, _ answer: SecondProfessional.Answer?, first: String) -> String {
        let what =
            switch decision {
            case .start: "holding it"
            case .third: "the difference of opinion"
            case .stay: "holding it longer"
            case .release: "letting it be seen again"
            }
        return switch answer {
        case .yes: "said yes to \(what), proposed by \(first)."
        case .no: "said no to \(what), proposed by \(first)."
        case nil: "proposed: \(what). There is no answer yet."
        }
    }
}
