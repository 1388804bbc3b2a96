// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Town

extension Town {
    /// How people, families and organisations are called.
    var names: [String] {
        var names = organisations.map(\.name) + professionals.map(\.name)
        for family in families {
            names.append(family.name)
            names += family.persons.map(\.name)
            names += family.memberships.compactMap(\.name)
        }
        return names
    }

    /// All that people of the town wrote, in pieces as they stand on a page, the longest first.
    var written: [String] {
        var written = names + professionals.map(\.function) + ["Rondom van Zuilen-Ondiep"]
        for family in families { written += family.written }
        var pieces: Set<String> = []
        for text in written {
            pieces.insert(text.onOneLine)
            pieces.formUnion(text.split(separator: "\n").map(String.init))
        }
        return pieces.filter { $0.count > 3 }.sorted { one, other in
            one.count == other.count ? one < other : one.count > other.count
        }
    }
}

extension TownFamily {
    fileprivate var written: [String] {
        var written = promises.map(\.text)
        for person in persons { written += person.details.values }
        for member in memberships { written += [member.role, member.function, member.expectation, member.notMyTask] }
        written += notes.map(\.text)
        written += objections.map(\.text)
        for meeting in meetings { written += [meeting.subject, meeting.place, meeting.minutes?.notes ?? ""] }
        written += stories.flatMap(\.versions).map(\.text)
        written += directions.map(\.reason)
        written += privacy.holds.map(\.reason)
        written += TownConsent.told(in: slug, today: WebTown.today).flatMap(\.words)
        for asked in invitations { written += [asked.function, asked.expectation] }
        for talk in conversations {
            written.append(talk.subject)
            written += talk.messages.map(\.text)
        }
        return written
    }
}

extension TownMembership {
    /// What the page shows of the role: the part before the organisation.
    fileprivate var function: String { role.split(separator: ",").first.map(String.init) ?? role }

    fileprivate var name: String? {
        if case .relative(_, let name, _) = member { name } else { nil }
    }
}

extension String {
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var withoutSpace: String { filter { !$0.isWhitespace } }
}
