// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import Foundation
import NIOCore

/// The command can't go on; the sentence says why and what to do.
struct Stop: Error {
    let sentence: String
    let exitCode: Int32

    /// Nothing was changed: the command refuses to begin.
    static func refused(_ sentence: String) -> Stop { Stop(sentence: sentence, exitCode: 2) }

    /// It began, and something is wrong.
    static func failed(_ sentence: String) -> Stop { Stop(sentence: sentence, exitCode: 1) }
}

extension Stop {
    /// Any error as a sentence; nil for those with which the parser of arguments explains itself.
    init?(_ error: any Error) {
        switch error {
        case let stop as Stop: self = stop
        case let error as VaultError: self = .init(error)
        case let error as DatabaseError: self = .failed("The database: \(error.explanation)")
        case let error as SchemaError: self = .init(error)
        case let error as IOError:
            self = .failed("The system says: \(String(cString: strerror(error.errnoCode))).")
        case let error as CocoaError: self = .failed(error.localizedDescription)
        case is CleanExit, is ValidationError, is ExitCode: return nil
        case let error where Self.isOfParser(error): return nil
        default: self = .failed("Something went wrong that has no explanation here; please report what you did.")
        }
    }

    private init(_ error: VaultError) {
        switch error {
        case .missing, .wrongStoreKey, .corrupt, .exists, .busy, .noPart: self = .refused(error.message)
        case .damaged, .unavailable: self = .failed(error.message)
        }
    }

    private init(_ error: SchemaError) {
        switch error {
        case .newer(let step):
            self = .refused("The database is of a newer release (step \(step)). Use that release with it.")
        case .older: self = .refused("The database is of an older release. Run “rondom migrate” first.")
        }
    }

    /// The parser's own errors have no type that can be named.
    private static func isOfParser(_ error: any Error) -> Bool { "\(type(of: error))" == "CommandError" }
}

extension DatabaseError {
    /// What went wrong, for somebody at a terminal.
    var explanation: String {
        switch self {
        case .busy: "it is busy with another program. Try again in a moment."
        case .unavailable(let reason): "it can't be used now: \(reason.asClause). Check that it runs and has room."
        case .constraint(let name): "a rule of the schema was broken (\(name)). Please report what you did."
        case .damaged(let what):
            "it is damaged (\(what.asClause)). Keep a copy of it as it is, and put the last back-up in an empty place with "
                + "“rondom restore”."
        case .outcomeUnknown: "the connection was lost while writing. Look whether it was done before doing it again."
        case .failed(let reason): "it refused: \(reason.asClause)."
        }
    }
}

extension String {
    /// Another program's words inside a sentence of ours: their first line, without an end of its own.
    var asClause: String {
        let line = split(whereSeparator: { "\n\t".contains($0) }).first.map(String.init) ?? ""
        return String(line.reversed().drop { ".? ".contains($0) }.reversed())
    }
}
