// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension TownFilling {
    /// Lets the members of some families look around in the last weeks, so that "Wie keek mee" has something to tell.
    func lookAround(_ families: some Sequence<TownFamily>) async throws {
        for family in families {
            for look in try looks(at: family).sorted(by: { ($0.at, $0.reader) < ($1.at, $1.reader) }) {
                try await carryOut(look, in: try filled.family(family.slug))
            }
        }
    }

    private func looks(at family: TownFamily) throws -> [Look] {
        let calendar = TownCalendar(today: filled.today)
        var looks: [Look] = []
        for (number, member) in family.memberships.enumerated() where member.period.until == nil {
            let reader = try filled.account(member.slug)
            let talks = family.conversations.filter { $0.participants.contains(member.slug) }
            // Spread over three weeks: a few each day, one after another.
            for round in 0..<3 {
                let day = calendar.workday(ago: 1 + (number * 2 + round * 5) % 15)
                guard day > member.period.from else { continue }
                let at = Moment(day, hour: 8 + (number * 3 + round) % 9, minute: (number * 17 + round * 11) % 60)
                let circle = ItemName(.circle, try filled.family(family.slug))
                looks.append(look(reader, at: at, at: circle, number))
                guard let talk = talks.isEmpty ? nil : talks[round % talks.count] else { continue }
                let conversation = ItemName(.conversation, try filled.conversation("\(family.slug)/\(talk.slug)"))
                looks.append(look(reader, at: at + .minutes(2), at: conversation, number))
            }
        }
        return looks
    }

    /// Addresses for documentation only (RFC 5737).
    private func look(_ reader: ID<Account>, at: Moment, at item: ItemName, _ number: Int) -> Look {
        Look(reader: reader, at: at, from: "192.0.2.\(number + 1)", action: .read, item: item)
    }

    private func carryOut(_ look: Look, in family: ID<Family>) async throws {
        _ = try await dossiers.read(family, look) { key, connection -> Found<Bool>? in
            guard look.item.kind == .conversation else {
                return Found(!(try connection.circle(key).persons.isEmpty), about: Set(key.reading.covered.keys))
            }
            guard let talk = try connection.conversation(ID(stored: look.item.id), key) else { return nil }
            return Found(true, about: talk.conversation.about)
        }
    }
}
