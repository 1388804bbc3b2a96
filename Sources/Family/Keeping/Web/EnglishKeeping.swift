// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

struct EnglishKeeping: KeepingWords {
    let title = "What we keep"
    let lead = "Here you see how long something is kept, and why. You can ask to have it erased earlier."
    let door = "What may not be erased, with a complaint, a case or an inspection."
    func about(_ name: String) -> String { "About \(name)" }
    let columns = ["Of whom", "If nothing changes, until", "Why"]
    func article(_ article: KeepingTerm.Article) -> String {
        switch article {
        case .jeugdwet: "Twenty years after the last change (Jeugdwet 7.3.8)."
        case .wgbo: "Twenty years after the last change (BW 7:454)."
        case .gi: "Until thirty years after the eighteenth birthday."
        case .circle: "Until a year after the end of the circle."
        case .report: "A report without help is kept for a short time."
        case .accessLog: "Who looked is kept for five years at least."
        }
    }
    let whileItGoesOn = "As long as there is a circle"
    let nothing = "No organisation worked along yet. What there is, is kept for twenty years after the last change."
    let ask = "Ask to erase"
    let askText = """
        You get an answer within three months. We erase what is about this person alone. What is about more people together \
        stays. With a complaint, a case or an inspection we erase nothing.
        """
    let askWords = "Do you want to say something with it?"
    let askWordsHint = "You need not."
    func state(_ state: Forgetting.State, on day: String, due: String) -> String {
        switch state {
        case .asked: "Asked on \(day). You get an answer before \(due)."
        case .granted: "The answer was yes, on \(day). We erase it as soon as we can."
        case .refused: "The answer was no, on \(day)."
        case .withdrawn: "The question was taken back on \(day)."
        case .done: "Erased on \(day)."
        }
    }
    func askedByOther(_ day: String, due: String) -> String { "Asked on \(day). The answer comes before \(due)." }
    let refusedBecause = "Two professionals wrote about it:"
    let withdraw = "Take your question back"
    let notPossible = "Nobody can decide this here"
    let notPossibleText = "There is no organisation in the circle. Ask whoever administers Rondom."
    let waitsForOthers = "We also asked who else holds authority. Without their yes we erase nothing."
    let toAgreement = "Say whether this may be done"
    let askAgain = "Now somebody else must say yes, too. Take your question back, and ask again."
    let othersAsk = "Now somebody else decides about this. Take your question back. Who decides now can ask it."

    let agreeTitle = "May this be erased?"
    func agreeLead(_ name: String, by asker: String) -> String {
        "\(asker) asks to erase what is about \(name) alone."
    }
    let agreeText = [
        "You hold authority, too. Without your yes we erase nothing.",
        "If you say yes, a professional still decides after that. What was erased never comes back.",
        "If you say no, everything stays. You need not say why.",
    ]
    let agreeYes = "Yes, that may be done"
    let agreeNo = "No, don't erase it"

    let holds = "Not to be erased"
    let holdsLead = "Here you note that nothing may be erased for now."
    let holdsWhy = "Why may nothing go?"
    let holdsText =
        "With a complaint, a court case or an inspection nothing may go. Look in time whether this is still needed."
    let noHold = "Nothing keeps from erasing now."
    func cause(_ cause: KeepingHold.Cause) -> String {
        switch cause {
        case .complaint: "A complaint"
        case .court: "A court case"
        case .inspection: "An inspection"
        }
    }
    func holdUntil(_ day: String) -> String { "We look again on \(day)." }
    let causeMissing = "Choose why nothing may go."
    let review = "When do you look again?"
    let reviewHint = "Within a year."
    let reviewMissing = "Choose a day after today, within a year."
    let set = "Keep everything"
    let lift = "This is over"

    let decideTitle = "Somebody asks to erase"
    func decideLead(_ name: String, _ day: String, due: String) -> String {
        "It is about what is kept of \(name). Asked on \(day). Decide before \(due)."
    }
    let decideText = [
        "Say yes, unless the law forbids it or somebody else has a great interest in it (Jeugdwet 7.3.9).",
        "What was erased never comes back, not from a back-up either.",
    ]
    let grant = "Yes, erase it"
    let refuse = "No, don't erase it"
    let refuseText = "This you decide with the two of you. Who asked reads why."
    let reason = "Why not?"
    let reasonMissing = "Write down why it can't be done."
    let second = "Who decides with you?"
    let secondMissing = "Choose who decides with you."
    let refuseButton = "Ask to decide with you"
    let waitsForSecond = "A second professional was asked. This waits for an answer."
    let waitsForAgreement = "Not everyone said yes yet"
    func waitsFor(_ names: String) -> String {
        "It is erased only when everyone who holds authority wants it. We wait for: \(names)."
    }
    func saidInTalk(_ name: String) -> String {
        "\(name) can't answer here. Ask it in a talk, and write down the answer."
    }
    let saidYes = "Said yes"
    let saidNo = "Said no"
    let nobodyAgrees = "Nobody can say yes to this now"
    let nobodyAgreesText = "It is not clear who holds authority. It can be erased only once that is clear."
    let asSecond = "A colleague does not want to erase this. Do you agree?"
    let yes = "Agreed: don't erase"
    let no = "Not agreed"

    let dueTitle = "What is erased"
    let dueLead =
        "What is to be erased: as it was asked for, or as its time is over. The administrator erases it."
    let dueColumns = ["From", "Dossier", "What", "Why", "Can it go now"]
    let dueNothing = "Nothing is to be erased"
    func cause(_ cause: ErasureDue.Cause) -> String {
        switch cause {
        case .granted: "Asked for and granted"
        case .over(let article): self.article(article)
        }
    }
    func obstacle(_ obstacle: Forgetting.Obstacle) -> String {
        switch obstacle {
        case .keeping: "No: there is a complaint, a case or an inspection"
        case .held: "No: something is held"
        case .safety: "No: safety is directed"
        case .refusal: "No: a parent may not read about a child"
        case .order: "No: there is an order of the court"
        case .weighing: "No: something must still be weighed"
        case .decision: "No: a decision waits for a second professional"
        case .emergency: "No: an emergency access was not judged yet"
        case .indication: "No: there is a safety indication"
        case .agreement: "No: not everyone agrees who must"
        }
    }
    let canGo = "Yes"
    let wholeFamily = "The whole dossier"
    let onePerson = "What is about one person"
    let openTitle = "Asked and not done yet"
    let openNothing = "No question to erase waits."
    let openColumns = ["Asked", "Answer before", "Dossier", "How it stands", "Why not"]
    func stage(_ stage: OpenForgetting.Stage) -> String {
        switch stage {
        case .waitsForOthers: "Waits for a yes of who else holds authority"
        case .waitsForSecond: "Waits for a second professional"
        case .toDecide: "Waits for a decision"
        case .granted: "Granted, not erased yet"
        }
    }
}
