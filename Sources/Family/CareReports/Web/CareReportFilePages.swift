// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleWeb
import Site

/// The files that came with a report, for saving only, and for who may open the report.
extension CareReportPages {
    /// On record before the first byte leaves; each piece is opened only for who may still open the report.
    @Sendable func file(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let (id, file): (ID<CareReport>, ID<Attachment>) = (try visit.id("report"), try visit.id("file"))
        let look = try visit.look(.read, at: ItemName(.careReport, id))
        let found = try await desk.read(id, look) { key, connection in
            try connection.files(key).first { $0.id == file }
        }
        guard let found else { throw Problem.notFound }
        let desk = desk
        return .saving(found) { number in
            try await desk.read(id, look) { key, connection in try connection.piece(number, of: found, key) }
        }
    }
}
