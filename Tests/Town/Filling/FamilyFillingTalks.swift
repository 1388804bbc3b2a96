// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension FamilyFilling {
    /// The conversations, message by message at their own moments, and how far everybody read.
    func talks() throws -> [Happening] {
        try zip(told.conversations, zip(conversations, messages)).flatMap { talk, names in
            try happenings(of: talk, names.0, names.1)
        }
    }

    private func happenings(
        of talk: TownConversation, _ id: ID<Conversation>, _ messages: [ID<Message>]
    ) throws -> [Happening] {
        guard let first = talk.messages.first, let last = talk.messages.last else { return [] }
        let conversation = Conversation(
            id: id, about: try persons(talk.about), participants: try accounts.known(talk.participants),
            isPrivateLine: talk.ownLine)
        let subject = try PlainText.line(talk.subject)
        let starter = try account(first.author)
        var happenings = [
            Happening(first.at) { key, connection, vault in
                try connection.start(conversation, subject: subject, by: starter, at: first.at, key, vault)
            }
        ]
        for (message, name) in zip(talk.messages, messages) {
            let author = try account(message.author)
            let text = try PlainText.paragraphs(message.text)
            happenings.append(
                Happening(message.at) { key, connection, vault in
                    try connection.write(text, as: name, in: conversation, by: author, at: message.at, key, vault)
                })
        }
        let read = try talk.participants.map { (account: try account($0), number: talk.read(by: $0)) }
        happenings.append(
            Happening(last.at) { key, connection, _ in
                for mark in read {
                    try connection.markRead(id, in: key.family, by: mark.account, up: mark.number, at: last.at)
                }
            })
        return happenings
    }

    /// What is owed, and what was kept.
    func promisesMade() throws -> [Happening] {
        try zip(told.promises, promises).flatMap { told, id in try happenings(of: told, id) }
    }

    private func happenings(of told: TownPromise, _ id: ID<Promise>) throws -> [Happening] {
        let owner = try account(told.owner)
        let about = try persons(told.about)
        let promise = Promise(
            id: id, kind: PromiseKind(told.kind), owner: .account(owner), receiver: try receiver(told.receiver),
            subject: Promise.Subject(kind: ItemName.Kind.family.rawValue, id: founding.family.text),
            urgency: .agreed(told.due), made: told.made, due: told.due,
            fallback: names[told.owner]?.organisation?.id, state: .open)
        let making = Happening(told.made) { key, connection, vault in
            try connection.make(promise, about: about, saying: told.text, by: owner, key, vault)
        }
        guard let settled = told.settled else { return [making] }
        let kept = try Fact(
            kind: .promiseKeptOnTime, team: team, organisation: names[told.owner]?.organisation?.id,
            month: Month(of: settled.day), shape: .verdict(settled <= told.due), ids: ids)
        let settling = Happening(settled) { key, connection, vault in
            try connection.settle(id, by: owner, at: settled, key, vault)
            try connection.record(kept)
        }
        return [making, settling]
    }

    /// Somebody without an account is owed as a person of the family.
    private func receiver(_ slug: String) throws -> Promise.Receiver {
        if let account = accounts[slug] { return .account(account) }
        return .person(ID(as: try person(slug)))
    }

    /// What is worth counting of the family, without anybody in it.
    func counted() throws -> [Happening] {
        let month = Month(of: told.opened)
        let organisation = organisations["gebiedsteam"]
        let holders = told.directions.map(\.holder)
        let facts = [
            try Fact(
                kind: .help, team: team, organisation: organisation, month: month,
                shape: .spell(began: told.opened, ended: nil), ids: ids),
            try Fact(
                kind: .helpers, team: team, month: month,
                shape: .count(Set(told.memberships.filter(\.isProfessional).map(\.slug)).count), ids: ids),
            try Fact(
                kind: .handovers, team: team, month: month,
                shape: .count(zip(holders, holders.dropFirst()).count { $0 != $1 }), ids: ids),
        ]
        return [Happening(start) { _, connection, _ in for fact in facts { try connection.record(fact) } }]
    }
}

extension PromiseKind {
    fileprivate init(_ told: TownPromise.Kind) {
        self =
            switch told {
            case .call: .callBack
            case .answer: .answerMessage
            case .feedback: .feedback
            case .appointment: .planMeeting
            case .visit, .task: .takeAction
            case .review: .evaluate
            }
    }
}
