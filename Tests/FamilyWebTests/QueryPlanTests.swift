// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import PeopleStore
import Testing

@testable import Database
@testable import FamilyStore

@Suite struct `The busiest questions` {
    private static let family = "de-wit-yildiz"

    /// What SQLite does for each statement that a question asks within one dossier.
    private func plans(
        _ question: @escaping @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void
    ) async throws -> [Plan] {
        let web = try await WebTown.toRead
        let family = try web.filled.family(Self.family)
        let look = Look(
            reader: try web.filled.account("aylin"), at: web.clock.now, from: "", action: .read,
            item: ItemName(.circle, family))
        let vault = web.vault
        let plans = try await web.dossiers.read(family, look) { key, connection in
            let watch = Watch(connection.statements)
            try question(key, Connection(statements: watch), vault)
            return Found(watch.plans, about: [])
        }
        return try #require(plans)
    }

    private func expectNoScan(_ plans: [Plan]) {
        #expect(!plans.isEmpty)
        for plan in plans {
            for step in plan.steps {
                #expect(!step.hasPrefix("SCAN") || step.contains("CONSTANT ROW"), "\(step) in \(plan.statement)")
            }
        }
    }

    @Test func `of a conversation's page read no table from end to end`() async throws {
        let id = try await WebTown.toRead.filled.conversation(Self.family + "/noor-op-school")
        expectNoScan(
            try await plans { key, connection, _ in
                guard let summary = try connection.conversation(id, key) else { return }
                _ = try connection.messages(of: summary, before: 9, limit: 50, key)
                _ = try connection.readMarks(of: summary, key)
                _ = try connection.conversations(key)
            })
    }

    @Test func `of what municipalities assigned read no table from end to end`() async throws {
        let web = try await WebTown.toRead
        let organisation = try web.filled.organisation("het-anker")
        let workers = try ["gerda", "priya"].map { Worker(try web.filled.account($0), for: organisation) }
        expectNoScan(
            try await plans { key, connection, _ in
                for worker in workers {
                    for state in Assignment.State.allCases {
                        _ = try SealedAssignments(of: worker, state, page: 0, on: key.today, connection)
                    }
                }
                _ = try connection.assignments(by: "number_digest", ["a", "b"], of: organisation)
                _ = try connection.assignments(by: "reference_digest", ["a", "b"], of: organisation)
            })
    }

    @Test func `of what somebody may read read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, vault in
                let (reader, day) = (key.reading.reader, key.today)
                for families in [[key.family], [key.family, ID(as: key.family)]] {
                    _ = try Standings(of: reader, .all, in: families, on: day, connection, vault)
                }
                _ = try connection.seats(of: reader)
                _ = try connection.ownFamilies(of: reader)
                _ = try connection.workplaces(of: reader, on: day)
            })
    }

    @Test func `of the circle read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                let circle = try connection.circle(key)
                _ = try connection.openPromises(key, among: circle)
                _ = try connection.details(key)
                _ = try connection.invitations(at: Moment(key.today), key)
                _ = try connection.startToConfirm(key)
                _ = try connection.whoMustAgree(for: Set(key.reading.covered.keys), key)
                _ = try connection.successors(key)
            })
    }

    @Test func `of the list of families read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                let reader = key.reading.reader
                let families = try connection.families(around: reader, on: key.today)
                _ = try SealedEntries(families, reader, connection)
            })
    }

    @Test func `of invitations for somebody read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                _ = try connection.invitations(of: key.reading.reader, for: .theOnlyOne, at: Moment(key.today))
                _ = try connection.sweepInvitations(at: Moment(key.today))
            })
    }

    @Test func `of who looked in a month read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, vault in
                let circle = try connection.circle(key, withEnded: true)
                let (from, until) = (Moment(key.today + -30), Moment(key.today))
                _ = try connection.looked(key, from: from, until: until, among: circle, vault)
            })
    }

    @Test func `of live updates read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                _ = try connection.lastJournalNumber(of: key.family)
                _ = try connection.familiesWithNews([(key.family, 3)])
                _ = try connection.news(in: key.family, after: 3)
            })
    }

    @Test func `of today read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                let now = Moment(key.today, hour: 9)
                for isProfessional in [false, true] {
                    let reader = TodayReader(
                        account: key.reading.reader, isProfessional: isProfessional, behalf: .theOnlyOne)
                    let sealed = try SealedToday(for: reader, at: now, opening: 0..<64, connection)
                    _ = try sealed.sights(key, connection)
                }
            })
    }

    /// Of hundreds that wait only those near the page are read whole, all at once and each by its key.
    @Test func `of today read near promises whole with one question that looks none along`() async throws {
        let plans = try await plans { key, connection, _ in
            let open = try connection.openPromises(in: ID(as: key.family)).map(\.outline)
            #expect(open.count > 3 && open.count <= 64)
            let read = try connection.promises(open)
            #expect(Set(read.keys) == Set(open.map(\.promise.id)))
        }
        expectNoScan(plans)
        let whole = plans.filter { $0.statement.contains(" OR ") }
        #expect(whole.count == 1)
        #expect(whole[0].steps.contains { $0.contains("USING PRIMARY KEY (space=? AND id=?)") })
        #expect(try await promisesByOwner().contains("COVERING INDEX open_promise_outline"))
    }

    /// By what SQLite finds all that somebody owes.
    private func promisesByOwner() async throws -> String {
        try await plans { key, connection, _ in _ = try connection.openOutlines(of: key.reading.reader) }
            .flatMap(\.steps).joined(separator: "\n")
    }

    @Test func `of a plan and what stands beside it read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                _ = try connection.plan(key)
                _ = try connection.plan(key, at: Moment(key.today))
                _ = try connection.planChanges(key, limit: 10)
                _ = try connection.shortStory(about: Set(key.reading.covered.keys), key)
            })
    }

    @Test func `of a timeline read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                let talks = Set(try connection.conversations(key).map(\.conversation.id.text))
                for question in [TimelineQuestion(), TimelineQuestion(chapter: .promises, before: 40)] {
                    _ = try connection.timeline(question, key, takesPartIn: talks, size: 50)
                }
            })
    }

    @Test func `of a question about the log read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                _ = try connection.questions(key, from: key.today, until: key.today + 1)
                _ = try connection.askedAndOpen(key)
                _ = try connection.question(ID(as: key.family), in: key.family)
                _ = try connection.shownAsFunction(key)
            })
    }

    @Test func `of what happened read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, _ in
                _ = try connection.happenings(key, takesPartIn: ["talk"], limit: 8)
            })
    }

    @Test func `of the privacy officer's log and of a session read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, vault in
                let end = LogPlace(until: Moment(key.today + 1))
                _ = try connection.logRows(before: end, limit: 50, vault)
                _ = try connection.signedIn(SessionToken(from: .unguessable), vault)
            })
    }

    @Test func `of stories, notes and what somebody does not agree with read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, vault in
                let (reader, now) = (key.reading.reader, Moment(key.today))
                for view in try connection.stories(key) {
                    _ = try connection.storyParties(of: view, among: try connection.circle(key), key, vault)
                    _ = try connection.storyDraft(of: view.story, key)
                }
                _ = try connection.storyConfirmations(key)
                for sight in try connection.contactNotes(key, in: 0..<20).notes {
                    _ = try connection.versions(of: sight.note, key)
                    _ = try connection.statements(on: sight.note, key)
                }
                _ = try connection.quietDays(of: reader)
                _ = try connection.quietFamilies(of: reader, days: 14, at: now)
                _ = try connection.workingNotes(of: reader, vault)
                _ = try connection.objections(key)
                _ = try connection.objectionPromises(about: reader)
                _ = try connection.objectionDraft(of: reader, in: key.family, vault)
                _ = try connection.introductions(key, among: try connection.circle(key))
            })
    }

    @Test func `of meetings and of one's calendar read no table from end to end`() async throws {
        expectNoScan(
            try await plans { key, connection, vault in
                let (reader, now) = (key.reading.reader, Moment(key.today))
                for sight in try connection.meetings(key) {
                    _ = try connection.papers(of: sight, key)
                    _ = try connection.owed(about: sight.meeting.id, key)
                    _ = try connection.meeting(sight.meeting.id, key)
                }
                _ = try connection.meetings(of: reader, from: now, until: now + .days(31))
                _ = try connection.feedMade(for: reader)
            })
    }

    @Test func `of a desk's messages, files and news read no table from end to end`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let organisation = try web.filled.organisation("gebiedsteam")
        let account = try web.filled.account("mirjam")
        let worker = Worker(account, for: organisation)
        let found = try await web.database.read { connection in
            try connection.row("SELECT id FROM care_report WHERE desk_organisation = \(organisation) ORDER BY id") {
                $0.id(0, CareReport.self)
            }
        }
        let report = try #require(found)
        let look = Look(
            reader: account, at: web.clock.now, from: "", action: .read, item: ItemName(.careReport, report))
        let (today, now) = (WebTown.today, web.clock.now)
        let plans = try await Desk(web.dossiers).read(report, look) { key, connection -> [Plan]? in
            let watch = Watch(connection.statements)
            let connection = Connection(statements: watch)
            _ = try KeptReportMessages(of: worker, on: today, page: 1, connection)
            _ = try KeptReportMessage.found(ID(as: report), on: today, connection)
            _ = try connection.unreadMessages(at: worker)
            _ = try connection.unreadMessages([ID(as: report)], at: worker, on: today)
            _ = try connection.deskNews(of: organisation, after: 0, for: [account], on: today)
            _ = try connection.lastDeskNumber(of: organisation)
            _ = try connection.files(key)
            _ = try connection.message(key)
            _ = try connection.reply(key)
            _ = try connection.safetyKeeper(key)
            let file = Attachment(
                id: ID(as: report), name: AttachmentName("a.pdf", kind: .pdf), kind: .pdf, size: 1, pieces: 1)
            _ = try connection.piece(0, of: file, key)
            _ = try connection.sweepReportMessages(at: now)
            _ = try connection.sweepOldReports(at: now)
            return watch.plans
        }
        expectNoScan(try #require(plans))
    }

    @Test func `of what went past an area team read no table from end to end`() async throws {
        let web = try await WebTown.toRead
        let team = try web.filled.organisation("gebiedsteam")
        let worker = Worker(try web.filled.account("marieke"), for: team)
        expectNoScan(
            try await plans { key, connection, vault in
                _ = try SealedDirectReferrals(of: worker, on: key.today, connection, vault)
                _ = try connection.openOutlinesAtDesk(of: team, about: [DirectReferral.subjectKind], limit: 9)
            })
    }

    /// That a scan is seen where there is one.
    @Test func `are told from one that does read a whole table`() async throws {
        let plans = try await plans { _, connection, _ in
            _ = try connection.rows("SELECT id FROM message WHERE author_id = \("x") ORDER BY id") { $0.text(0) }
        }
        #expect(plans.contains { $0.steps.contains { $0.hasPrefix("SCAN message") } })
    }
}

/// What SQLite does for a statement.
struct Plan: Sendable {
    let statement: String
    let steps: [String]
}

/// Statements that are explained before they are carried out.
private final class Watch: Statements {
    private let statements: any Statements
    private(set) var plans: [Plan] = []

    init(_ statements: any Statements) { self.statements = statements }

    func rows<Value>(_ sql: SQL, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
        let steps = try statements.rows("EXPLAIN QUERY PLAN \(sql)") { $0.text(3) }
        plans.append(Plan(statement: sql.text, steps: steps))
        return try statements.rows(sql, decode)
    }

    func execute(_ sql: SQL) throws -> Int { try statements.execute(sql) }
}
