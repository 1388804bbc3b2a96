// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Notes that some accounts are to be told of something by mail, as far as they want any; in the act's transaction.
    ///
    /// One statement, whoever many they are. What waits already is not told twice. Whether they may still read it, and
    /// have not read it yet, is asked when the letter goes.
    package func tell(
        _ accounts: some Sequence<ID<Account>>, of subject: NoticeSubject, in space: ID<NoticeSpace>, at: Moment
    ) throws {
        try execute(
            """
            INSERT INTO outbox (account, subject_kind, subject, space, at, next_at, tries)
            SELECT account, \(subject.kind.rawValue), \(subject.id), \(space), \(at), \(at + NoticeRhythm.grace), \(0)
            FROM notice_choice WHERE account IN \(list: accounts) AND wanted = \(true)
            ON CONFLICT (account, subject_kind, subject) DO NOTHING
            """)
    }

    /// Accounts for which something waits that is due and that may get a letter now, who waits longest first.
    func accountsToWrite(at now: Moment, limit: Int) throws -> [ID<Account>] {
        let (hour, day) = (now - NoticeRhythm.pause, now - NoticeRhythm.pauseAfterRefusal)
        let ahead = now + Moment.setBack
        return try rows(
            """
            SELECT o.account, MIN(o.next_at) FROM outbox o JOIN notice_choice c ON c.account = o.account
            WHERE (o.next_at <= \(now) OR o.next_at > \(now + NoticeRhythm.longestWait)) AND c.wanted = \(true)
                AND (c.sent_at IS NULL OR c.sent_at <= \(hour) OR c.sent_at > \(ahead))
                AND (c.refused_at IS NULL OR c.refused_at <= \(day) OR c.refused_at > \(ahead))
            GROUP BY o.account ORDER BY 2, 1 LIMIT \(limit)
            """
        ) { $0.id(0) }
    }

    /// All that waits for an account, in the order in which it came about.
    package func notices(of account: ID<Account>) throws -> [WaitingNotice] {
        try rows(
            """
            SELECT space, subject_kind, subject, at, tries FROM outbox
            WHERE account = \(account) ORDER BY at, subject_kind, subject
            """
        ) { row in
            WaitingNotice(
                account: account, space: row.id(0), subject: NoticeSubject(try row.kept(1), id: row.text(2)),
                at: row.moment(3), tries: row.int(4))
        }
    }

    /// Takes what was told, or is no news any more, out of the outbox.
    func remove(_ notices: some Sequence<WaitingNotice>) throws {
        for notice in notices {
            try execute(
                """
                DELETE FROM outbox
                WHERE account = \(notice.account) AND subject_kind = \(notice.subject.kind.rawValue)
                    AND subject = \(notice.subject.id)
                """)
        }
    }

    /// Has notices wait for the next try.
    func putOff(_ notices: some Sequence<WaitingNotice>, at now: Moment) throws {
        for notice in notices {
            let next = now + NoticeRhythm.wait(afterTries: notice.tries + 1)
            try execute(
                """
                UPDATE outbox SET tries = \(notice.tries + 1), next_at = \(next)
                WHERE account = \(notice.account) AND subject_kind = \(notice.subject.kind.rawValue)
                    AND subject = \(notice.subject.id)
                """)
        }
    }

    /// Drops what could not be sent for too long, and what was asked of an address for too long, and tells how many.
    func dropStaleNotices(at now: Moment) throws -> Int {
        try execute("DELETE FROM outbox WHERE at <= \(now - NoticeRhythm.patience)")
    }
}
