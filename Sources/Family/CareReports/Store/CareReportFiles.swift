// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Keeps what came with a report, each file in pieces.
    func add(
        _ files: [ReportFile], to report: ID<CareReport>, _ keys: borrowing BroughtKeys, at now: Moment, _ ids: IDSource
    ) throws {
        for (place, file) in files.enumerated() {
            let attachment = file.attachment(ids.next(at: now))
            let about = try keys.seal(attachment.text, at: .reportFile(attachment.id, of: report), of: report)
            try execute(
                """
                INSERT INTO care_report_file (id, report_id, place, about)
                VALUES (\(attachment.id), \(report), \(place), \(about))
                """)
            for (number, piece) in file.pieces.enumerated() {
                let isLast = number == attachment.pieces - 1
                let sealed = try keys.seal(
                    piece, at: .reportPiece(number, isLast: isLast, of: attachment.id, report), of: report)
                try execute(
                    """
                    INSERT INTO care_report_piece (file_id, number, body)
                    VALUES (\(attachment.id), \(number), \(sealed))
                    """)
            }
        }
    }

    /// What came with a report, in the order in which it came; without what was erased.
    package func files(_ key: borrowing DeskKey<CareReport>) throws -> [Attachment] {
        let report = key.item.id
        let stored = try rows(
            "SELECT id, about FROM care_report_file WHERE report_id = \(report) ORDER BY place"
        ) { (id: $0.id(0, Attachment.self), about: $0.bytes(1)) }
        return try stored.compactMap { file in
            try key.open(file.about, at: .reportFile(file.id, of: report)).flatMap { Attachment(id: file.id, text: $0) }
        }
    }

    /// One piece of a file; nil when it was erased.
    package func piece(
        _ number: Int, of file: Attachment, _ key: borrowing DeskKey<CareReport>
    ) throws -> [UInt8]? {
        let report = key.item.id
        let sealed = try row(
            """
            SELECT p.body FROM care_report_piece p JOIN care_report_file f ON f.id = p.file_id
            WHERE f.id = \(file.id) AND f.report_id = \(report) AND p.number = \(number) ORDER BY p.number
            """
        ) { $0.bytes(0) }
        let isLast = number == file.pieces - 1
        return try key.openBytes(sealed, at: .reportPiece(number, isLast: isLast, of: file.id, report))
    }
}
