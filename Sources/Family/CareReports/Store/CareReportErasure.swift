// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Takes away what was kept long enough; its keys go with the keys that nothing uses.
    package func sweepOldReports(at now: Moment) throws -> Int {
        let old = try rows(
            """
            SELECT id FROM care_report WHERE kept_until <= \(now) AND kept_until IS NOT NULL
            ORDER BY kept_until, id LIMIT 50
            """
        ) { $0.id(0, CareReport.self) }
        try execute("DELETE FROM care_report_entry WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_origin WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_likeness WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_ring WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_kept_from WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_message WHERE report_id IN \(list: old)")
        try execute(
            """
            DELETE FROM care_report_piece
            WHERE file_id IN (SELECT id FROM care_report_file WHERE report_id IN \(list: old))
            """)
        try execute("DELETE FROM care_report_file WHERE report_id IN \(list: old)")
        return try execute("DELETE FROM care_report WHERE id IN \(list: old)")
    }

    /// Takes away messages that could not be taken in, are settled and were kept long enough, with the keys that nothing
    /// uses then.
    package func sweepReportMessages(at now: Moment) throws -> Int {
        let old = try rows(
            """
            SELECT id FROM report_message
            WHERE at <= \(now - KeptReportMessage.kept) AND settled_at IS NOT NULL ORDER BY at, id LIMIT 50
            """
        ) { $0.id(0, KeptReportMessage.self) }
        return try execute("DELETE FROM report_message WHERE id IN \(list: old)")
    }
}
