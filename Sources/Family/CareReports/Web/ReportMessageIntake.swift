// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyExchange
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What became of a file.
struct ReportMessageResult: Sendable {
    let name: String
    let outcome: ReportMessageOutcome
}

/// Takes in the messages of a form, each once it is whole.
struct ReportMessageIntake {
    private let desk: Desk
    private let organisation: ID<Organisation>
    private let look: Look
    private let now: Moment
    private let vault: Vault
    private let ids: IDSource
    private var name = ""
    private var bytes: [UInt8] = []

    private(set) var results: [ReportMessageResult] = []

    init(
        _ desk: Desk, for organisation: ID<Organisation>, by look: Look, at now: Moment, _ vault: Vault, _ ids: IDSource
    ) {
        (self.desk, self.organisation, self.look, self.now) = (desk, organisation, look, now)
        (self.vault, self.ids) = (vault, ids)
    }

    /// - Throws: ``Problem/notFound`` for who is not at that desk.
    mutating func take(_ piece: FormPiece) async throws {
        switch piece {
        case .field: break
        case .fileBegan(let part): (name, bytes) = (part.filename ?? "", [])
        case .fileBytes(let more): bytes += more
        case .fileEnded:
            // A field in which nothing was chosen is sent as a file without a name.
            guard !name.isEmpty || !bytes.isEmpty else { return }
            let outcome = try await desk.receive(
                ArrivedReportMessage(xml: bytes), for: organisation, by: look, at: now, vault, ids)
            guard let outcome else { throw Problem.notFound }
            results.append(ReportMessageResult(name: name, outcome: outcome))
        }
    }
}

extension ArrivedReportMessage {
    init(xml bytes: [UInt8]) {
        do { self.init(bytes, .success(try ReportMessage(xml: bytes))) } catch { self.init(bytes, .failure(error)) }
    }
}
