// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension GeneratedFamily {
    /// A conversation about one child, put together from stock, with those who may take part in it.
    mutating func conversation(
        _ index: Int, adults: [TownPerson], children: [TownPerson], circle: [TownMembership], length: ClosedRange<Int>
    ) -> TownConversation {
        let child = dice.pick(children)
        let parents = adults.filter(\.account).map(\.slug)
        let members = circle.filter { member in
            guard member.period.until == nil, member.covers.contains(child.slug) else { return false }
            switch member.member {
            case .professional: return true
            case .person: return false
            case .relative(_, _, let account): return account
            }
        }
        let others = members.dropFirst().isEmpty ? nil : dice.pick(Array(members.dropFirst()))
        let chosen = [members.first, others].compactMap { $0 }
        let topics = TownTopic.all.filter { $0.ages.contains(child.age(on: days.today)) }
        let topic = topics[(number + index) % topics.count]
        let cast = Cast(parents: parents, helper: chosen[0].slug, other: others?.slug)
        let latest = chosen.map(\.period.from).max() ?? days.ago(opened)
        let messages = messages(dice.roll(length), topic, cast, child: child.firstName, since: latest)
        let participants = parents + chosen.map(\.slug)
        return TownConversation(
            "gesprek-\(index + 1)", topic.subject.naming(child.firstName), about: [child.slug], with: participants,
            readUpTo: dice.chance(40) ? [dice.pick(participants): max(0, messages.count - dice.roll(1...3))] : [:],
            messages)
    }

    /// Who says the lines of which voice.
    struct Cast {
        let parents: [String]
        let helper: String
        /// Nobody, where only parents and a professional write.
        let other: String?
    }

    private mutating func messages(
        _ count: Int, _ topic: TownTopic, _ cast: Cast, child: String, since: Day
    ) -> [TownMessage] {
        var lines = topic.lines
        var talk = dice.roll(0...TownTopic.smallTalk.count - 1)
        while lines.count < count + lines.count(where: { isMute($0.0, cast) }) {
            lines += TownTopic.smallTalk[talk % TownTopic.smallTalk.count]
            talk += 1
        }
        lines.removeAll { isMute($0.0, cast) }
        let moments = moments(count, since: since)
        let parent = dice.pick(cast.parents)
        return zip(lines, moments).map { line, moment in
            let author =
                switch line.0 {
                case .parent: cast.parents.count > 1 && dice.chance(25) ? dice.pick(cast.parents) : parent
                case .helper: cast.helper
                case .other: cast.other ?? cast.helper
                }
            return TownMessage(author, at: moment, line.1.naming(child))
        }
    }

    private func isMute(_ voice: TownVoice, _ cast: Cast) -> Bool { voice == .other && cast.other == nil }

    /// Rising moments between a day and yesterday, when people are awake.
    private mutating func moments(_ count: Int, since: Day) -> [Moment] {
        let awake = 13 * 60
        let minutes = (days.today - since) * awake
        let silence = dice.chance(60) ? dice.roll(0...5 * awake) : dice.roll(0...minutes / 2)
        // Not before ten on the first day: families start at nine, and their circle with them.
        var place = max(120, minutes - silence - count * dice.roll(awake / 4...awake * 2))
        return (0..<count).map { index in
            defer { place += dice.roll(2...max(3, 2 * (minutes - silence - place) / (count - index))) }
            let minute = min(place, minutes - (count - index))
            return Moment(since + minute / awake, hour: 8 + minute % awake / 60, minute: minute % 60)
        }
    }

    /// What is owed in the family: some kept, some for the coming weeks, some late.
    mutating func promises(adults: [TownPerson], children: [TownPerson], worker: String) -> [TownPromise] {
        let first = dice.roll(0...Self.owed.count - 1)
        return (0..<dice.roll(1...4)).map { index in
            let child = dice.pick(children)
            let stock = Self.owed[(first + index * 3) % Self.owed.count]
            let made = dice.roll(3...20)
            let due = dice.roll(max(-8, 1 - made)...15)
            let owner = stock.byFamily ? adults[0].slug : worker
            return days.promise(
                owner, to: stock.byFamily ? worker : adults[0].slug, stock.kind, about: [child.slug], made: made,
                due: due, settled: dice.chance(35) ? dice.roll(1...made - 1) : nil, stock.text.naming(child.firstName))
        }
    }

    private static let owed: [(kind: TownPromise.Kind, byFamily: Bool, text: String)] = [
        (.call, false, "Terugbellen over {kind}"),
        (.answer, false, "Uitzoeken hoe lang het wachten nog duurt"),
        (.feedback, false, "Laten weten wat de school zei"),
        (.visit, false, "Langskomen om samen terug te kijken"),
        (.appointment, true, "Met {kind} naar de kennismaking gaan"),
        (.task, true, "Vragen of {kind} op zaterdag mee mag met de buren"),
        (.task, false, "Een fiets regelen voor {kind}"),
        (.review, false, "Met het gezin bespreken of het plan nog klopt"),
    ]
}

extension String {
    /// The line with the child's name in it.
    fileprivate func naming(_ child: String) -> String {
        contains("{") ? replacing("{kind}", with: child) : self
    }
}
