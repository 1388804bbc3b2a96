// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import FamilyStore
import Foundation
import Kernel

/// How an import goes, file by file; nothing of what stood in one.
struct ImportReport {
    private var read = 0
    private var readBefore = 0
    private var faults = 0

    var done: Int { read + readBefore + faults }
    var isFaulty: Bool { faults > 0 }

    /// The message in a file; what can't be read is told the first time.
    mutating func message(at path: String) -> ArrivedAssignmentMessage? {
        guard let bytes = MessageFiles.bytes(at: path, limit: AssignmentMessage.longest) else {
            fault(path, "it can't be opened, or is larger than 1 MB.")
            return nil
        }
        do { return ArrivedAssignmentMessage(try AssignmentMessage(xml: bytes), file: bytes) } catch {
            fault(path, error.explanation)
            return nil
        }
    }

    mutating func note(_ outcome: AssignmentMessageOutcome, of path: String) {
        switch outcome {
        case .read: read += 1
        case .readBefore: readBefore += 1
        case .refused(let reasons): fault(path, reasons.map(\.explanation).joined(separator: "; ") + ".")
        }
    }

    func tell() {
        say("Read in: \(read). Read before, nothing changed: \(readBefore). Not taken over: \(faults).")
    }

    private mutating func fault(_ path: String, _ reason: String) {
        faults += 1
        say("\(path): not taken over: \(reason)")
    }
}

extension AssignmentMessageFlaw {
    fileprivate var explanation: String {
        switch self {
        case .tooLarge: "it is larger than 1 MB."
        case .notXML(let line): "it is no well-formed XML in UTF-8\(line.map { " (line \($0))" } ?? "")."
        case .documentType: "it defines a document type, which no message does."
        case .otherMessage: "it is no JW301, JW305, JW307 or JW315."
        case .otherVersion: "it is another version than iJw 3.2."
        case .missing(let element): "\(element) is missing."
        case .wrong(let element, let line): "\(element) is not right (line \(line))."
        }
    }
}

extension AssignmentMessageFault {
    fileprivate var explanation: String {
        let place = line.map { "product \($0): " } ?? ""
        return switch reason {
        case .otherProvider: place + "the AGB code is not that of this organisation"
        case .sameNumber: place + "another message with this number was read before"
        case .unknownNumber: place + "nothing is assigned by this number"
        case .otherClient: place + "this number is that of another young person"
        case .refused(let refusal): place + "it contradicts what was told before (\(refusal))"
        }
    }
}
