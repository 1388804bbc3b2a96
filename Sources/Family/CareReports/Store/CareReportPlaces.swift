// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension SealedPlace {
    static func careReportWorry(_ id: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report", "worry", row: id.text, owner: id.text)
    }
    static func careReportEntry(_ number: Int, of id: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report_entry", "body", row: String(number), owner: id.text)
    }
    static func reportOrigin(_ id: ID<CareReportOrigin>) -> SealedPlace {
        SealedPlace("care_report_origin", "body", row: id.text, owner: id.text)
    }
    static func reportReply(_ id: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report_origin", "reply", row: id.text, owner: id.text)
    }
    static func reportMessageHead(_ id: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report_message", "head", row: id.text, owner: id.text)
    }
    static func reportFile(_ id: ID<Attachment>, of report: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report_file", "about", row: id.text, owner: report.text)
    }
    /// A piece says whether it is the last, so that none can be cut off.
    static func reportPiece(
        _ number: Int, isLast: Bool, of file: ID<Attachment>, _ report: ID<CareReport>
    ) -> SealedPlace {
        SealedPlace(
            "care_report_piece", "body", row: "\(file.text)/\(number)/\(isLast ? "last" : "more")", owner: report.text)
    }
    static func safetyKeeper(_ id: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report", "safety_keeper", row: id.text, owner: id.text)
    }
    static func reportMessage(_ id: ID<KeptReportMessage>) -> SealedPlace {
        SealedPlace("report_message", "body", row: id.text, owner: id.text)
    }
}
