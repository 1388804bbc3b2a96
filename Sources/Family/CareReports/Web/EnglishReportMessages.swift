// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct EnglishReportMessages: ReportMessageWords {
    let title = "Messages from other systems"
    let lead = "Read in care reports that come as StUF messages, as from the police or Veilig Thuis."
    let file = "Messages"
    let fileHint = "XML files: zorgmelding or VT-melding. At most 20 at once. Citizen numbers are not read."
    let fileMissing = "Choose one or more messages."
    let fileTooLarge = "A file is larger than 8 MB. What came before it was read in."
    let filesTooMany = "Choose at most 20 messages at once. The first 20 were read in."
    let send = "Read in"
    let resultTitle = "Done reading"
    let resultColumns = ["File", "What became of it"]
    let keptTitle = "Could not be read"
    let keptLead = "Send the answer to who sent the message. What is done we erase after 90 days."
    let keptColumns = ["When", "What is wrong", "Files"]
    let answer = "Answer"
    let original = "Message"
    let settle = "Settled"
    let settled = "Done."
    func unread(_ count: Int) -> String {
        count == 1 ? "1 message can’t be read" : "\(count) messages can’t be read"
    }
    let unreadText = "A worry about a child may be in it. Send the answer back, or settle it otherwise."
    let replyTitle = "The answer as a message"
    let replyHint = "This report came as a message. Send this file back."

    func brought(_ number: String) -> String { "This is report \(number) now." }
    func broughtBefore(_ number: String) -> String { "Was report \(number) already. Nothing changed." }
    func wrong(_ flaw: ReportMessageFlaw) -> String {
        switch flaw {
        case .tooLarge: "The file is larger than 8 MB."
        case .notXML(let line): "This is no well-formed XML in UTF-8\(line.map { " (line \($0))" } ?? "")."
        case .documentType: "The file has a DOCTYPE, which no message has."
        case .otherMessage: "This is neither a zorgmelding nor a VT-melding."
        case .missing(let element): "\(element) is missing."
        case .wrong(let element, let line): "\(element) is not right (line \(line))."
        case .sameName: "Another message with this number came from the same sender."
        }
    }

    let help = "Who helps already"
    let safetyTitle = "This holds for safety"
    let safetyLead = "Read this first."
    let nobodyKeeps = "Nobody keeps watch yet. Choose who does when you judge."
    let isOver = "Nobody keeps these any more here. Below stands why."
    let safetyAgain = "Agree anew who keeps what holds for safety"
    let safetyAgainSave = "Agree"
    let safetyEnd = "The conditions hold no more here"
    let safetyEndLabel = "Why not, or who keeps them now?"
    let safetyEndHint = "Does somebody else keep them? Write their name, their number and until when."
    let safetyEndMissing = "Write why the conditions hold no more here, or who keeps them."
    let safetyEndSave = "They hold no more"
    func kept(by keeper: String, until day: String, isPast: Bool) -> String {
        isPast
            ? "\(keeper) was to look at this again on \(day). That day is past."
            : "\(keeper) keeps watch, and looks again on \(day)."
    }
    let keeper = "Who keeps watch over safety?"
    let keeperHint = "A name and a phone number."
    let keeperMissing = "Write down who keeps watch over safety."
    let keeperDay = "When do they look again?"
    let keeperDayMissing = "Choose a day from today on."
    let conditions = "What was agreed for safety?"
    let conditionsHint = "Only when you hand this over, as Veilig Thuis does."
    func safety(_ kind: SafetyCondition.Kind) -> String {
        switch kind {
        case .agreed: "Agreements about safety"
        case .stalking: "Fear of stalking (SASH)"
        case .banned: "Barred from home for a while"
        case .arrested: "Arrest"
        case .charged: "Charge"
        case .honour: "Violence for honour"
        case .recorded: "On record before"
        }
    }
    func role(_ role: YouthCareRole) -> String {
        switch role {
        case .sibling: "brother or sister"
        case .contact: "contact person"
        case .grandparent: "grandparent"
        case .halfSibling: "half-brother or half-sister"
        case .helper: "helper"
        case .informant: "informant"
        case .youngPerson: "young person"
        case .child: "child"
        case .reporter: "reporter"
        case .teacher: "teacher"
        case .carer: "carer"
        case .parentWithAuthority: "parent with authority"
        case .parentWithoutAuthority: "parent without authority"
        case .parent: "parent, authority not told"
        case .parentNotByLaw: "parent, not by law"
        case .professional: "other professional"
        case .relative: "other relative"
        case .fosterSibling: "foster brother or sister"
        case .fosterParent: "foster parent"
        case .stepSibling: "stepbrother or stepsister"
        case .stepParent: "step-parent"
        case .medic: "nurse or doctor"
        case .guardian: "guardian"
        }
    }

    let files = "Files"
    let filesLabel = "Pictures or PDF (may be left empty)"
    let filesHint =
        "At most 3 files of 5 MB. We remove where and when a picture was taken. A PDF "
        + "may hold the name of who made it."
    let filesAgain = "Choose your files once more. We could not keep them."
    let reportFileTooLarge = "A file is larger than 5 MB. Choose a smaller one."
    let reportFilesTooMany = "Choose at most 3 files."
    let reportFileOther = "Only pictures and PDF can come along. Choose another file."
    let reportFilesBusy = "Too many files arrive now. Send the report without, or try again soon."
    func file(_ number: Int) -> String { "File \(number)" }
}
