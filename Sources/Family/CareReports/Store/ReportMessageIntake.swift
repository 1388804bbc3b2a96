// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Database
import FamilyRules
import Foundation
import Kernel
import PeopleRules
import PeopleStore

/// A message as it arrived: what it reports, or what is wrong with it.
package struct ArrivedReportMessage: Sendable {
    package let bytes: [UInt8]
    package let message: Result<ReportMessage, ReportMessageFlaw>

    package init(_ bytes: [UInt8], _ message: Result<ReportMessage, ReportMessageFlaw>) {
        (self.bytes, self.message) = (bytes, message)
    }
}

/// What became of a message.
package enum ReportMessageOutcome: Hashable, Sendable {
    /// It is a report now, by this number.
    case brought(number: String)
    case broughtBefore(number: String)
    /// It could not be taken in, and lies among those that are answered with what is wrong.
    case kept(ReportMessageFlaw)
    /// No desk here takes it, though nothing is wrong with it.
    case refused(BringingRefused)
}

extension Desk {
    /// Takes in a message from another system at the desk of an organisation.
    ///
    /// The same message twice is one report, and what can't be read is kept and changes nothing else.
    /// - Parameter look: by whom: somebody at the desk; nil for who runs the machine.
    /// - Returns: nil when the reader is not at that desk.
    package func receive(
        _ arrived: ArrivedReportMessage, for organisation: ID<Organisation>, by look: Look?, at now: Moment,
        _ vault: Vault, _ ids: IDSource
    ) async throws -> ReportMessageOutcome? {
        if let look {
            let crew = try await dossiers.database.read { try $0.deskCrew(organisation, on: now.day) }
            guard crew.contains(look.reader) else { return nil }
        }
        switch arrived.message {
        case .failure(let flaw): return try await keep(arrived.bytes, flaw, for: organisation, by: look, at: now, ids)
        case .success(let message):
            let report = ReportToBring(message, for: organisation, at: now, vault, ids)
            do {
                let isNew = try await bring(report, to: organisation, by: look, at: now, vault, ids)
                return isNew ? .brought(number: report.number) : .broughtBefore(number: report.number)
            } catch BringingRefused.changed {
                return try await keep(
                    arrived.bytes, .sameName, of: report.formDigest, for: organisation, by: look, at: now, ids)
            } catch is NotAtDesk {
                return nil
            } catch let refused as BringingRefused { return .refused(refused) }
        }
    }

    /// Keeps a message that can't be taken in, once.
    ///
    /// - Parameter report: the form of the report that came by its name before.
    private func keep(
        _ bytes: [UInt8], _ flaw: ReportMessageFlaw, of report: String? = nil, for organisation: ID<Organisation>,
        by look: Look?, at now: Moment, _ ids: IDSource
    ) async throws -> ReportMessageOutcome? {
        let id: ID<KeptReportMessage> = ids.next(at: now)
        let words = ReportedPerson.words(in: bytes)
        let file = SHA256.hash(data: bytes).map { String($0, radix: 16) }.joined(separator: ".")
        return try await takeIn(look) { connection, vault -> DeskIntake<KeptReportMessage, MessageToKeep>? in
            if let look, try !connection.deskCrew(organisation, on: now.day).contains(look.reader) { return nil }
            let digest = vault.digest("report message " + file, for: .form)
            let before = try connection.row(
                "SELECT id FROM report_message WHERE organisation = \(organisation) AND digest = \(digest) ORDER BY id"
            ) { _ in true }
            let named = try connection.workers(namedIn: words, at: organisation, on: now.day, vault)
            return DeskIntake(plan: MessageToKeep(digest: digest, keptFrom: named), new: before == nil ? [id] : [])
        } _: { plan, keys, connection in
            guard keys.has(id) else { return .kept(flaw) }
            try connection.keep(bytes, flaw, id, plan, for: organisation, at: now, keys)
            if let message = try KeptReportMessage.found(id, on: now.day, connection) {
                try connection.owe(message, at: now, ids)
            }
            if let report { try connection.noteNewer(report, at: now) }
            return .kept(flaw)
        }
    }
}

/// By what a kept message is known again, and from whom it is kept.
private struct MessageToKeep: Sendable {
    let digest: String
    let keptFrom: Set<ID<Account>>
}

extension ReportToBring {
    /// A report that came as a message; nobody gets its code, as who sent it is answered by a message.
    fileprivate init(
        _ message: ReportMessage, for organisation: ID<Organisation>, at now: Moment, _ vault: Vault, _ ids: IDSource
    ) {
        let name = "message " + FieldText.joined([organisation.text, message.name])
        let receipt = vault.reportReceipt(name)
        self.init(
            id: ids.next(at: now), origin: ids.next(at: now), number: receipt.number, code: receipt.code,
            formDigest: vault.reportForm(name), urgency: message.urgency, worry: message.worry,
            reporter: message.reporter, isAboutColleague: false, from: nil, hasPhone: false, files: message.files,
            message: message.head)
    }
}

extension Connection {
    fileprivate func keep(
        _ bytes: [UInt8], _ flaw: ReportMessageFlaw, _ id: ID<KeptReportMessage>, _ plan: MessageToKeep,
        for organisation: ID<Organisation>, at now: Moment, _ keys: borrowing BroughtKeys
    ) throws {
        let (stored, sealed) = (flaw.stored, try keys.seal(bytes, at: .reportMessage(id), of: id))
        try execute(
            """
            INSERT INTO report_message (id, organisation, at, digest, flaw, element, line, body)
            VALUES (\(id), \(organisation), \(now), \(plan.digest), \(stored.word), \(stored.element), \(stored.line),
                \(sealed))
            """)
        for account in plan.keptFrom.sorted() {
            try execute("INSERT INTO report_message_kept_from (message_id, account) VALUES (\(id), \(account))")
        }
    }

    /// Tells those who have a report that another message came by its name.
    fileprivate func noteNewer(_ form: String, at now: Moment) throws {
        let found = try row(
            "SELECT id, desk_organisation FROM care_report WHERE form_digest = \(form) ORDER BY id"
        ) { (id: $0.id(0, CareReport.self), desk: $0.id(1, Organisation.self)) }
        guard let found else { return }
        try note(.newer, by: nil, at: now, try nextReportEntry(of: found.id), of: found.id)
        try noteNews(of: found.id, at: [found.desk])
    }

    /// Who works there and is called by words that all stand in a message: it can't be read, and may be about them.
    fileprivate func workers(
        namedIn words: Set<String>, at organisation: ID<Organisation>, on today: Day, _ vault: Vault
    ) throws -> Set<ID<Account>> {
        let work = Set(try professionals(in: organisation, on: today).map(\.account))
        return Set(
            try accounts(work.sorted(), vault).filter { ReportedPerson.isNamed($0.profile.name, in: words) }.map(\.id))
    }

    /// Keeps what an answer to a message needs.
    func add(_ head: ReportMessage.Head, to report: ID<CareReport>, _ keys: borrowing BroughtKeys) throws {
        let sealed = try keys.seal(head.text, at: .reportMessageHead(report), of: report)
        try execute("INSERT INTO care_report_message (report_id, head) VALUES (\(report), \(sealed))")
    }

    /// The message as which a report came; nil for what somebody typed, and when it was erased.
    package func message(_ key: borrowing DeskKey<CareReport>) throws -> ReportMessage.Head? {
        let id = key.item.id
        let sealed = try row("SELECT head FROM care_report_message WHERE report_id = \(id) ORDER BY report_id") {
            $0.bytes(0)
        }
        return try key.open(sealed, at: .reportMessageHead(id)).flatMap(ReportMessage.Head.init(text:))
    }

    /// What is said back to who reported; nil before that.
    package func reply(_ key: borrowing DeskKey<CareReport>) throws -> ReportReply? {
        let id = key.item.id
        let sealed = try row(
            "SELECT reply FROM care_report_origin WHERE report_id = \(id) ORDER BY id"
        ) { $0.bytesIfAny(0) }
        return try key.open(sealed ?? nil, at: .reportReply(id)).flatMap(ReportReply.init(text:))
    }

    /// Who keeps what holds for safety; nil when nobody does, and when it was erased.
    package func safetyKeeper(_ key: borrowing DeskKey<CareReport>) throws -> String? {
        let id = key.item.id
        let sealed = try row("SELECT safety_keeper FROM care_report WHERE id = \(id) ORDER BY id") {
            $0.bytesIfAny(0)
        }
        return try key.open(sealed ?? nil, at: .safetyKeeper(id))
    }
}
