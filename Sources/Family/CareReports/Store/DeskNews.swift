// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// How far the news of a desk goes, and who there may hear that there is any.
struct DeskNews: Hashable, Sendable {
    let number: Int
    let hearers: Set<ID<Account>>
}

extension Connection {
    /// So much news is remembered: who missed more asks for the board anyway.
    private static let mostDeskNews = 500

    /// Notes that a report changed, for each desk at which it shows.
    func noteNews(of report: ID<CareReport>, at desks: Set<ID<Organisation>>) throws {
        for organisation in desks.sorted() {
            let number = try lastDeskNumber(of: organisation) + 1
            try execute(
                """
                INSERT INTO report_desk_news (organisation, number, report_id)
                VALUES (\(organisation), \(number), \(report))
                """)
            try execute(
                """
                DELETE FROM report_desk_news
                WHERE organisation = \(organisation) AND number <= \(number - Self.mostDeskNews)
                """)
        }
    }

    /// The number of the last news of a desk.
    func lastDeskNumber(of organisation: ID<Organisation>) throws -> Int {
        try row("SELECT COALESCE(MAX(number), 0) FROM report_desk_news WHERE organisation = \(organisation)") {
            $0.int(0)
        } ?? 0
    }

    /// What came after a number at a desk: those of the accounts hear of it who are there today, and
    /// from whom not all of it is kept.
    func deskNews(
        of organisation: ID<Organisation>, after number: Int, for accounts: Set<ID<Account>>, on today: Day
    ) throws -> DeskNews? {
        let news = try rows(
            """
            SELECT number, report_id FROM report_desk_news
            WHERE organisation = \(organisation) AND number > \(number) ORDER BY number
            """
        ) { (number: $0.int(0), report: $0.id(1, CareReport.self)) }
        guard let last = news.last else { return nil }
        let crew = accounts.intersection(try deskCrew(organisation, on: today).all)
        var hearers: Set<ID<Account>> = []
        for report in Set(news.map(\.report)) {
            let kept = try keptFrom(report)
            let family =
                try row("SELECT family_id FROM care_report WHERE id = \(report) ORDER BY id") {
                    $0.idIfAny(0, Family.self)
                } ?? nil
            for account in crew.subtracting(kept).subtracting(hearers) {
                if let family, try familiesKept(from: account).contains(family) { continue }
                hearers.insert(account)
            }
        }
        return DeskNews(number: last.number, hearers: hearers)
    }
}
