// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import FamilyStore
import Site

/// A file that arrived, and the message in it.
struct AssignmentFile: Sendable {
    let name: String
    let message: Result<ArrivedAssignmentMessage, AssignmentMessageFlaw>
}

/// Takes in the files of a form, each read once it is whole.
struct AssignmentIntake {
    /// More at once go through the command line.
    static let most = 100

    private(set) var files: [AssignmentFile] = []
    private var name = ""
    private var bytes: [UInt8] = []

    mutating func take(_ piece: FormPiece) {
        switch piece {
        case .field: break
        case .fileBegan(let part): (name, bytes) = (part.filename ?? "", [])
        case .fileBytes(let more): bytes += more
        case .fileEnded:
            // A field in which nothing was chosen is sent as a file without a name.
            guard !name.isEmpty || !bytes.isEmpty else { return }
            files.append(AssignmentFile(name: name, message: Self.read(bytes)))
        }
    }

    private static func read(_ bytes: [UInt8]) -> Result<ArrivedAssignmentMessage, AssignmentMessageFlaw> {
        do { return .success(ArrivedAssignmentMessage(try AssignmentMessage(xml: bytes), file: bytes)) } catch {
            return .failure(error)
        }
    }
}

/// What became of a file.
struct AssignmentIntakeResult: Sendable {
    enum Outcome: Sendable {
        case flawed(AssignmentMessageFlaw)
        case known(AssignmentMessageOutcome)
    }

    let name: String
    let outcome: Outcome

    var isRead: Bool {
        switch outcome {
        case .known(.read), .known(.readBefore): true
        case .known(.refused), .flawed: false
        }
    }

    /// - Parameter outcomes: of the files that held a message, in their order.
    static func of(_ files: [AssignmentFile], _ outcomes: [AssignmentMessageOutcome]) -> [AssignmentIntakeResult] {
        var rest = outcomes[...]
        return files.compactMap { file in
            switch file.message {
            case .failure(let flaw): AssignmentIntakeResult(name: file.name, outcome: .flawed(flaw))
            case .success: rest.popFirst().map { AssignmentIntakeResult(name: file.name, outcome: .known($0)) }
            }
        }
    }
}
