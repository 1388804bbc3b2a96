// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Town

/// Two desks that are measured: one of an area team with two thousand open reports, and one of a provider that was asked
/// two thousand times to help.
struct MeasuredDesks {
    private static let many = 2_000

    private let filled: FilledTown
    private let dossiers: Dossiers
    private let now: Moment

    init(_ filled: FilledTown, _ dossiers: Dossiers, today: Day) {
        (self.filled, self.dossiers) = (filled, dossiers)
        now = Moment(today + -1, hour: 9)
    }

    func fill() async throws {
        try await fillReports()
        try await fillReferrals()
    }

    private func fillReports() async throws {
        let (team, vault, ids) = (try filled.organisation("gebiedsteam"), dossiers.vault, IDSource.unguessable)
        let worker = try filled.account("werker-0")
        try await dossiers.database.write { try $0.setDesk(of: team, members: [worker], at: now, ids) }
        for number in 0..<Self.many {
            let moment = now - .hours(number % 200)
            let form = ids.next(at: moment, CareReport.self).text
            let receipt = vault.reportReceipt(form)
            let urgencies: [CareReport.Urgency] = [.day, .week, .regular]
            let worry = ReportedWorry(
                persons: [ReportedPerson(kind: .child, name: "Kind Zandloper-\(number)", birth: "2016-03-02")],
                facts: "Het was laat, en er brandde geen licht. Dat was de \(number)e keer.",
                interpretation: "Misschien was er niemand thuis.")
            let report = ReportToBring(
                id: ids.next(at: moment), origin: ids.next(at: moment), number: receipt.number, code: receipt.code,
                formDigest: vault.reportForm(form), urgency: urgencies[number % 3], worry: worry,
                reporter: ReportOrigin(kind: .neighbour, name: "", reach: "", mayBeNamed: false),
                isAboutColleague: false, from: nil, hasPhone: false)
            try await Desk(dossiers).bring(report, to: team, at: moment, vault, ids)
        }
    }

    private func fillReferrals() async throws {
        let provider = try filled.organisation("het-anker")
        for number in 0..<40 {
            let family = try filled.family("druk-\(number)")
            for child in ["oudste", "jongste"] {
                let person = try filled.person("\(child)-druk-\(number)")
                try await refer(person, of: family, to: provider, times: Self.many / 80)
            }
        }
    }

    /// The busy worker refers somebody, on a ground that was noted before.
    private func refer(
        _ person: ID<Person>, of family: ID<Family>, to provider: ID<Organisation>, times: Int
    ) async throws {
        let (vault, ids) = (dossiers.vault, IDSource.unguessable)
        let use: ID<GroundUse> = ids.next(at: now)
        let question = try PlainText.paragraphs("Kan het kind leren slapen zonder licht?", limit: 2_000)
        try await act(in: family) { key, connection in
            let ground = try GroundUse(
                use, of: .directlyInvolved, about: [person], by: key.reading, for: .areaTeam,
                among: try connection.groundTerms(), isTold: true, at: now)
            let letter = ConsentLetter(party: "Het Anker", what: "wat er speelt", purpose: "samen helpen")
            try connection.record(ground, letter, asking: nil, ids: ids, key, vault)
            for _ in 0..<times {
                let wish = ReferralWish(
                    person: person, to: [.init(ids.next(at: now), provider, on: .ground(use))], question: question,
                    parts: [], origin: nil)
                try connection.send(wish, at: now, ids: ids, key, vault)
            }
        }
    }

    private func act(
        in family: ID<Family>, _ deed: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws {
        let look = Look(
            reader: try filled.account("drukke-werker"), at: now, from: "192.0.2.1", action: .create,
            item: ItemName(.family, family))
        _ = try await dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) { key, connection in
            try deed(key, connection)
            return Found("", about: [])
        }
    }
}
