// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

extension Link {
    /// Reporting a worry, with or without an account.
    package static let newReport: Link = "/reports/new"
    static let reports: Link = "/reports"
    static let reportReceipt: Link = "/reports/receipt"
    static let reportAnswer: Link = "/reports/answer"
    /// What waits at the desk of one's organisation.
    package static let desk: Link = "/desk"
    static let deskEvents: Link = "/desk/events"
    static let deskDuty: Link = "/desk/duty"
    package static func careReport(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)" }
    static func careReportOrigin(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/origin" }
    static func careReportFamily(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/family" }
    static func careReportTaking(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/taking" }
    static func careReportPassing(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/passing" }
    static func careReportSending(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/sending" }
    static func careReportTriage(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/triage" }
    static func careReportAssignment(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/assignment" }
    static func careReportWeighing(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/weighing" }
    static func careReportTalk(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/talk" }
    static func careReportAdvice(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/advice" }
    static func careReportFeedback(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/feedback" }
    static func careReportSafety(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/safety" }
    static func careReportAnswer(_ id: ID<CareReport>) -> Link { "/desk/reports/\(id)/answer" }
    static func careReportFile(_ file: ID<Attachment>, of id: ID<CareReport>) -> Link {
        "/desk/reports/\(id)/files/\(file)"
    }
    /// Reports that come as messages from other systems.
    static let reportMessages: Link = "/desk/messages"
    static func reportMessageFault(_ id: ID<KeptReportMessage>) -> Link { "/desk/messages/\(id)/answer" }
    static func reportMessageSettling(_ id: ID<KeptReportMessage>) -> Link { "/desk/messages/\(id)/settled" }
    static func reportMessageFile(_ id: ID<KeptReportMessage>) -> Link { "/desk/messages/\(id)/file" }
    /// Who is at the desk of an organisation.
    static func deskOf(_ id: ID<Organisation>) -> Link { "/organisations/\(id)/desk" }
}
