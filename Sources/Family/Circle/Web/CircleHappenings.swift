// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What happened last in a circle, in sentences; the same by the same person about the same thing is one line.
struct CircleHappenings {
    let content: CircleContent
    let now: Moment
    let language: Language

    private static let most = 4

    private struct Line: Hashable {
        let who: ID<Account>
        let sentence: String
    }

    var rows: [LookedRow] {
        var seen: Set<Line> = []
        var rows: [LookedRow] = []
        for entry in content.happenings where rows.count < Self.most {
            guard let line = line(entry), seen.insert(line).inserted else { continue }
            rows.append(row(line, at: entry.at))
        }
        return rows
    }

    /// nil where the reader may not know who it was.
    private func line(_ entry: JournalEntry) -> Line? {
        let subject = content.conversations.first { $0.conversation.id.text == entry.item.id }?.subject
        guard let who = content.circle.actor(of: entry), content.circle.name(of: who) != nil,
            let sentence = language.happenings.sentence(entry.kind, in: subject)
        else { return nil }
        return Line(who: who, sentence: sentence)
    }

    private func row(_ line: Line, at moment: Moment) -> LookedRow {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let isOwn = line.who == content.reading.reader
        return LookedRow(
            names.disc(line.who), isOwn ? language.site.you : names.name(line.who), line.sentence,
            at: language.dayAndClock(moment, today: now.day))
    }
}

extension CircleSight {
    /// Of whom an entry tells: who came or went, who was given a part, else who did it.
    func actor(of entry: JournalEntry) -> ID<Account>? {
        switch entry.kind {
        case .memberLetIn, .membershipEnded, .coverageAdded, .coverageEnded:
            members.first { $0.membership.id.text == entry.item.id }?.membership.account
        // Who answers a referral is mostly not in the circle: it is told of who sent it.
        case .directionMoved, .contactMoved, .referralAnswered, .referralStarted, .referralFinished: ID(entry.detail)
        default: entry.who
        }
    }
}
