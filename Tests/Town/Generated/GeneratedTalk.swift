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
        let topic = dice.pick(TownTopic.all.filter { $0.ages.contains(child.age(on: days.today)) })
        let cast = Cast(parents: parents, helper: chosen[0].slug, other: chosen.last?.slug ?? chosen[0].slug)
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
        let other: String
    }

    private mutating func messages(
        _ count: Int, _ topic: TownTopic, _ cast: Cast, child: String, since: Day
    ) -> [TownMessage] {
        var lines = topic.lines
        var talk = dice.roll(0...TownTopic.smallTalk.count - 1)
        while lines.count < count {
            lines += TownTopic.smallTalk[talk % TownTopic.smallTalk.count]
            talk += 1
        }
        let moments = moments(count, since: since)
        let parent = dice.pick(cast.parents)
        return zip(lines, moments).map { line, moment in
            let author =
                switch line.0 {
                case .parent: cast.parents.count > 1 && dice.chance(25) ? dice.pick(cast.parents) : parent
                case .helper: cast.helper
                case .other: cast.other
                }
            return TownMessage(author, at: moment, line.1.naming(child))
        }
    }

    /// Rising moments between a day and yesterday, when people are awake.
    private mutating func moments(_ count: Int, since: Day) -> [Moment] {
        let awake = 13 * 60
        let minutes = (days.today - since) * awake
        // Not before ten on the first day: families start at nine, and their circle with them.
        var place = dice.roll(120...max(120, minutes / 3))
        return (0..<count).map { index in
            defer { place += dice.roll(2...max(3, min(awake * 3, 2 * (minutes - place) / (count - index + 2)))) }
            let minute = min(place, minutes - (count - index))
            return Moment(since + minute / awake, hour: 8 + minute % awake / 60, minute: minute % 60)
        }
    }

    /// What is owed in the family: some kept, some for the coming weeks, some late.
    mutating func promises(adults: [TownPerson], children: [TownPerson], worker: String) -> [TownPromise] {
        (0..<dice.roll(1...4)).map { _ in
            let child = dice.pick(children)
            let stock = dice.pick(Self.owed)
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
