// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import FamilyStore
import Kernel
import Site

struct EnglishAssignments: AssignmentWords {
    let title = "Assignments"
    let lead = "What municipalities assigned to you, as the iJw messages tell it."
    let which = "Which assignments"
    func group(_ state: Assignment.State, _ count: Int) -> String {
        switch state {
        case .asked: "Asked for (\(count))"
        case .waiting: "Waits for help (\(count))"
        case .helping: "Gets help (\(count))"
        case .over: "Over (\(count))"
        }
    }
    let columns = ["Who", "Municipality", "Help", "Since", "How long"]
    func empty(_ state: Assignment.State) -> String {
        switch state {
        case .asked: "No request waits for the municipality"
        case .waiting: "Nobody waits for help"
        case .helping: "Nobody gets help now"
        case .over: "Nothing is over"
        }
    }
    let emptyText = "Read iJw messages in. Then it says here who waits, and for how long."
    let emptyOwnText = "When a team lead hands you an assignment, it stands here."
    func municipality(_ code: String) -> String { "Municipality \(code)" }
    func category(_ code: String?) -> String {
        switch code {
        case nil: "Not said"
        case "43", "44": "Residential care"
        case "45": "Help at home"
        case "46": "Help in a crisis"
        case "48": "Youth protection"
        case "54": "Mental health care for the young"
        case "55": "National help"
        case let code?: "Category \(code)"
        }
    }
    let erased = "Erased"
    func half(began weeks: String, about: Int) -> String {
        "Half of them began within \(weeks) of the assignment. That comes from about \(about) young people in the last year."
    }

    let number = "Number at the municipality"
    let birth = "Born"
    let help = "Help"
    let from = "From"
    let assigned = "Assigned on"
    let period = "May last"
    func period(_ from: String, until: String?) -> String {
        until.map { "from \(from) up to and including \($0)" } ?? "from \(from)"
    }
    let waited = "Waited"
    let holder = "Who has it in hand"
    let noHolder = "Nobody yet; only team leads see this"
    func stands(_ assignment: Assignment) -> String {
        if assignment.isWithdrawn { return "The municipality took the assignment back." }
        if assignment.isLapsed {
            if assignment.began != nil { return "Its time was over. That help stopped was not told." }
            guard assignment.terms != nil else { return "A request had no answer for a year." }
            return "Its time was over before help began."
        }
        if let reason = assignment.reason { return "Help has stopped: \(self.reason(reason))." }
        if assignment.paused != nil { return "Help stands still for now." }
        switch assignment.state {
        case .asked: return "The municipality has yet to answer."
        case .waiting: return "The young person waits for help to begin."
        case .helping, .over: return "Help has begun."
        }
    }
    let told = "What was told"
    func told(_ kind: AssignmentEntry.Kind, about day: String?, to colleague: String?) -> String {
        let on = day.map { " on \($0)" } ?? ""
        return switch kind {
        case .asked: "Asked of the municipality"
        case .assigned: "Assigned\(on)"
        case .withdrawn: "Taken back by the municipality"
        case .started: "Help began\(on)"
        case .startTakenBack: "The start\(on) was not right"
        case .paused: "Help stood still\(day.map { " from \($0)" } ?? "")"
        case .stopped: "Help stopped\(on)"
        case .stopTakenBack: "The stop\(on) was not right"
        case .passed: colleague.map { "Passed on to \($0)" } ?? "Given back to the team leads"
        case .lapsed: "Its time was over"
        }
    }
    let passTitle = "Pass it on"
    let passLabel = "To whom?"
    let passLeads = "Back to the team leads"
    let pass = "Pass on"
    let notPassed = "That colleague does not work here any more. Choose another."
    func reason(_ reason: StopReason) -> String {
        switch reason {
        case .death: "the young person has died"
        case .forNow: "for now"
        case .asPlanned: "as planned"
        case .earlyByClient: "early, by the young person or the family"
        case .earlyByProvider: "early, by the provider"
        case .earlyTogether: "early, by agreement"
        case .outside: "early, by something from outside"
        case .byMunicipality: "by the municipality"
        case .changeAsked: "other help was asked for"
        case .otherProvider: "another provider goes on"
        case .otherDomain: "help under another law goes on"
        }
    }

    let read = "Read messages in"
    let readTitle = "Reading messages in"
    let readLead =
        "Choose iJw messages from your own system: assignment (JW301), start (JW305), stop (JW307) and request (JW315)."
    let file = "Messages"
    let fileHint = "XML files, at most 100 at a time. Addresses, relatives and remarks are not read."
    let fileMissing = "Choose one or more messages."
    let filesTooMany = "Choose at most 100 messages at a time. Nothing was read in."
    let fileTooLarge = "A file is larger than 1 MB. That is no message about one young person. Nothing was read in."
    let send = "Read in"
    let resultTitle = "Done reading in"
    func resultLead(read: Int, of all: Int) -> String {
        read == all
            ? "All \(all) messages were read in."
            : "\(read) of the \(all) messages were read in. Nothing was taken from the others."
    }
    let resultColumns = ["File", "What became of it"]
    let readBefore = "Was read in before. Nothing has changed."
    func read(_ kinds: [AssignmentEntry.Kind]) -> String {
        "Read in: "
            + Dictionary(grouping: kinds, by: \.self).sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value.count) × \(kind($0.key))" }.joined(separator: ", ") + "."
    }
    private func kind(_ kind: AssignmentEntry.Kind) -> String {
        switch kind {
        case .asked: "asked for"
        case .assigned: "assigned"
        case .withdrawn: "taken back"
        case .started: "started"
        case .startTakenBack: "start taken back"
        case .paused: "stood still"
        case .stopped: "stopped"
        case .stopTakenBack: "stop taken back"
        case .passed: "passed on"
        case .lapsed: "over"
        }
    }
    func refused(_ flaw: AssignmentMessageFlaw) -> String {
        switch flaw {
        case .tooLarge: "Not read in: the file is larger than 1 MB."
        case .notXML(let line):
            "Not read in: this is no good XML in UTF-8\(line.map { " (line \($0))" } ?? "")."
        case .documentType: "Not read in: the file holds a DOCTYPE. Messages have none."
        case .otherMessage: "Not read in: this is no JW301, JW305, JW307 or JW315."
        case .otherVersion: "Not read in: this is another version than iJw 3.2."
        case .missing(let element): "Not read in: \(element) is missing."
        case .wrong(let element, let line): "Not read in: \(element) is not right (line \(line))."
        }
    }
    func refused(_ fault: AssignmentMessageFault) -> String {
        let place = fault.line.map { "Product \($0): " } ?? ""
        return place
            + {
                switch fault.reason {
                case .otherProvider: "the AGB code of the provider is not yours."
                case .sameNumber: "another message with this number was read in before."
                case .unknownNumber: "nothing is assigned by this number. Read the assignment in first."
                case .otherClient: "this number is that of another young person."
                case .refused(let refusal): because(refusal)
                }
            }()
    }
    private func because(_ refusal: Assignment.Refusal) -> String {
        switch refusal {
        case .older: "a newer assignment was read in before."
        case .notAssigned: "nothing is assigned, or it was taken back."
        case .alreadyAsked: "this was asked for before."
        case .alreadyStarted: "help had begun already."
        case .notStarted: "help had not begun yet."
        case .alreadyStopped: "help had stopped already."
        case .notStopped: "help had not stopped."
        case .stopsBeforeItBegan: "the end is before the beginning."
        case .dayToCome: "that day is still to come."
        case .saidOtherwise: "another day was told before."
        }
    }
    let toList = "To the assignments"

    let codesTitle = "Your AGB codes"
    let codesLead = "By the AGB code we see that a message is from you, or to you."
    let codes = "AGB codes"
    let codesHint = "Eight figures. More than one? Put each on a line of its own."
    func codesWrong(_ typed: String) -> String { "“\(typed)” is no AGB code. An AGB code has eight figures." }
    func codesTaken(_ codes: String) -> String {
        "\(codes) is already that of another organisation. See whether it is right, or ask who administers this."
    }
    let codesMissing = "Write down the AGB code of your organisation first."
    let save = "Save"
}
