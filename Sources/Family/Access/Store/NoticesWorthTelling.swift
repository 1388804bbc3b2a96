// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Notes that some accounts are to be told of something in this dossier by mail.
    func tell(
        _ accounts: some Sequence<ID<Account>>, of subject: NoticeSubject, at: Moment, _ key: borrowing DossierKey
    ) throws {
        try tell(accounts, of: subject, in: ID(as: key.family), at: at)
    }
}

extension Dossiers {
    /// Those of an account's notices that still tell it something, as it may read now.
    ///
    /// The receiver's own key decides, as for a page: what was held, hidden, ended or read since the notice was
    /// written gets no mail. Nothing of it leaves but that there is something, and only to who may read it, so nothing
    /// is recorded (decision 13).
    package func worthTelling(
        _ notices: [WaitingNotice], at now: Moment, _ connection: Connection
    ) throws -> [WaitingNotice] {
        try notices.filter { notice in
            if notice.subject.kind == .card { return try connection.hasOpenCard(notice.account, at: now) }
            if let promise = try connection.promiseAtDesk(notice) {
                return promise.isOpen && promise.owner == .account(notice.account)
            }
            let family = ID<Family>(as: notice.space)
            let isNews = try connection.withKey(of: family, for: notice.account, .all, on: now.day, by: nil, vault) {
                key in try connection.isNews(notice.subject, key)
            }
            return try isNews ?? connection.isInvited(by: notice, at: now, vault)
        }
    }
}

extension Connection {
    fileprivate func isNews(_ subject: NoticeSubject, _ key: borrowing DossierKey) throws -> Bool {
        switch subject.kind {
        case .conversation:
            guard let id = ID<Conversation>(subject.id), let talk = try conversation(id, key) else { return false }
            return try hasNews(talk, key)
        case .card: return false
        case .promise:
            let promises = try openPromises(key, among: circle(key))
            return promises.contains { $0.isOwn && $0.promise.id.text == subject.id }
        }
    }

    /// The promise that it tells of, where that lies in no dossier.
    fileprivate func promiseAtDesk(_ notice: WaitingNotice) throws -> Promise? {
        guard notice.subject.kind == .promise, let id = ID<Promise>(notice.subject.id) else { return nil }
        return try promise(id, in: nil)?.promise
    }

    /// Whether it tells of an invitation that waits for who reads nothing of the family yet.
    fileprivate func isInvited(by notice: WaitingNotice, at now: Moment, _ vault: Vault) throws -> Bool {
        let family = ID<Family>(as: notice.space)
        guard notice.subject.kind == .promise, let id = ID<Promise>(notice.subject.id),
            let promise = try promise(id, in: ID(as: family))?.promise, promise.isOpen,
            promise.kind == .answerInvitation, let invitation = ID<Invitation>(promise.subject.id)
        else { return false }
        let organisation = try row(
            "SELECT organisation_id FROM invitation WHERE family_id = \(family) AND id = \(invitation)"
        ) { $0.idIfAny(0, Organisation.self) }
        let behalf = (organisation ?? nil).map { Behalf.chosen($0) } ?? .theOnlyOne
        return try withKey(of: family, for: notice.account, .only(behalf), on: now.day, by: invitation, vault) { _ in
            true
        } ?? false
    }

    /// Whether somebody else wrote there since the reader looked, in what the reader was given to read, and did not
    /// take it back.
    private func hasNews(_ talk: ConversationSummary, _ key: borrowing DossierKey) throws -> Bool {
        try row(
            """
            SELECT number FROM message
            WHERE family_id = \(key.family) AND conversation_id = \(talk.conversation.id)
                AND number > \(talk.readNumber) AND number >= \(talk.fromNumber)
                AND author_id <> \(key.reading.reader) AND withdrawn_at IS NULL
            ORDER BY number LIMIT 1
            """
        ) { _ in true } ?? false
    }
}
