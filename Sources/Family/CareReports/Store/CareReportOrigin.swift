// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Database
import FamilyRules
import Foundation
import Kernel
import PeopleRules
import PeopleStore

/// Who reported, as an item of its own: sealed under a key of its own, and opened by itself, on record.
package struct CareReportOrigin: DeskItem {
    package static let kind = ItemName.Kind.reportOrigin

    package let id: ID<CareReportOrigin>
    package let report: CareReport

    package func isOpen(to worker: Worker) -> Bool { report.tellsOrigin(to: worker) }

    package func isOpen(to worker: Worker, keptFrom families: Set<ID<Family>>) -> Bool {
        isOpen(to: worker) && !report.isOf(families)
    }

    package static func found(
        _ id: ID<CareReportOrigin>, on today: Day, _ connection: Connection
    ) throws -> CareReportOrigin? {
        let report = try connection.row("SELECT report_id FROM care_report_origin WHERE id = \(id) ORDER BY id") {
            $0.id(0, CareReport.self)
        }
        return try report.flatMap { try CareReport.found($0, on: today, connection) }.map { Self(id: id, report: $0) }
    }
}

extension Connection {
    /// The item that holds who made a report.
    package func origin(of report: ID<CareReport>) throws -> ID<CareReportOrigin>? {
        try row("SELECT id FROM care_report_origin WHERE report_id = \(report) ORDER BY id") { $0.id(0) }
    }

    /// Who reported; nil when it was erased.
    package func origin(_ key: borrowing DeskKey<CareReportOrigin>) throws -> ReportOrigin? {
        let id = key.item.id
        let sealed = try row("SELECT body FROM care_report_origin WHERE id = \(id) ORDER BY id") { $0.bytes(0) }
        return try key.open(sealed, at: .reportOrigin(id)).flatMap(ReportOrigin.init(text:))
    }

    /// Says something back to who reported, and so ends the report: the answer is what closes it.
    ///
    /// - Throws: ``CareReport/Refusal``
    package func reply(
        _ reply: ReportReply, saying text: PlainText? = nil, at now: Moment, _ key: borrowing DeskKey<CareReport>,
        _ ids: IDSource
    ) throws {
        let id = key.item.id
        let act: CareReport.Act = if case .advice = reply { .advise } else { .answer }
        try carryOut(act, saying: text, at: now, key, ids)
        let sealed = try key.seal(reply.text, at: .reportReply(id))
        try execute("UPDATE care_report_origin SET reply = \(sealed) WHERE report_id = \(id)")
    }

    /// The report of which a number and a code are.
    package func report(number: String, code: String, _ vault: Vault) throws -> ID<CareReport>? {
        try row(
            """
            SELECT r.id FROM care_report_origin o JOIN care_report r ON r.id = o.report_id
            WHERE o.code_digest = \(vault.reportCode(code)) AND r.number = \(number) ORDER BY r.id
            """
        ) { $0.id(0) }
    }

    /// How far it is with a report, for who made it: when it came, whether somebody looked, and what is said back.
    package func progress(_ keys: borrowing BroughtKeys, of report: ID<CareReport>) throws -> ReportProgress? {
        let found = try row(
            """
            SELECT r.received_at, r.state, o.reply FROM care_report_origin o
            JOIN care_report r ON r.id = o.report_id WHERE r.id = \(report) ORDER BY r.id
            """
        ) { (received: $0.moment(0), state: $0.text(1), reply: $0.bytesIfAny(2)) }
        guard let found else { return nil }
        let reply = try keys.open(found.reply, at: .reportReply(report), of: report)
        return ReportProgress(
            received: found.received, isLookedAt: found.state != "received",
            reply: reply.flatMap(ReportReply.init(text:)))
    }
}

/// How far it is with a report, as who made it may know.
package struct ReportProgress: Hashable, Sendable {
    package let received: Moment
    package let isLookedAt: Bool
    package let reply: ReportReply?
}

extension Vault {
    /// By what the code of a report is found again.
    func reportCode(_ code: String) -> String { digest("report code " + code, for: .lookup) }

    /// By what another report about the same person is found, apart from the families that are known here.
    func reportLikeness(_ likeness: String) -> String { digest("report likeness " + likeness, for: .lookup) }

    /// By what a form that was sent is known when it is sent again.
    package func reportForm(_ form: String) -> String { digest("report form " + form, for: .form) }

    /// By what a form that is sent again is known to say the same.
    func reportContent(_ report: ReportToBring) -> String {
        let said = [report.urgency.rawValue, report.worry.text, report.reporter.text, String(report.isAboutColleague)]
        let files = report.files.map {
            SHA256.hash(data: $0.bytes).map { String($0, radix: 16) }.joined(separator: ".")
        }
        return digest("report content " + FieldText.joined(said + files), for: .form)
    }

    /// From where reports come: of IPv6 a house has many addresses, so the first four groups count.
    func reportSender(_ from: String) -> String {
        let groups = from.split(separator: ":", omittingEmptySubsequences: false)
        let network = groups.count > 4 ? groups.prefix(4).joined(separator: ":") : from
        return digest("report sender " + network, for: .guess)
    }
}

extension Vault {
    /// The number and the code of a report, by the form it was typed in: sent twice it has the same.
    ///
    /// Nobody can guess the code who has not the form, nor compute it who has.
    package func reportReceipt(_ form: String) -> (number: String, code: String) {
        let bytes = { (word: String) in
            let digits = Array(self.digest("report \(word) " + form, for: .form))
            return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                Int(String(digits[$0...$0 + 1]), radix: 16)
            }
        }
        let signs = CardCode.signs
        return (
            bytes("number").prefix(8).map { String($0 % 10) }.joined(),
            String(bytes("code").prefix(CardCode.length).map { signs[$0 % signs.count] })
        )
    }
}
