// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// All that somebody may read about one person, to take along (*volledige kopie*; Jeugdwet 7.3.10, AVG 15 and 20).
///
/// Of one person alone, so that nobody receives what is another's. Made once it is asked for, kept for a week, for the
/// one who asked.
package struct FullCopy: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case asked, making, ready, failed
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Only somebody of the family, about themself or a child for whom they stand.
        case notYours
        /// It is being made already.
        case underWay
        /// Copies of this person were asked for too often today.
        case tooOften
    }

    /// What can be fetched of it.
    package enum File: Hashable, Sendable {
        /// Much text makes several of them.
        case paper(Int)
        case data
        case archive

        /// Its name in an address and in the archive.
        package var name: String {
            switch self {
            case .paper(1): "rondom.pdf"
            case .paper(let number): "rondom-\(number).pdf"
            case .data: "rondom.json"
            case .archive: "rondom.zip"
            }
        }

        package init?(name: some StringProtocol) {
            switch name {
            case "rondom.pdf": self = .paper(1)
            case "rondom.json": self = .data
            case "rondom.zip": self = .archive
            default:
                guard name.hasPrefix("rondom-"), name.hasSuffix(".pdf"),
                    let number = Int(name.dropFirst(7).dropLast(4)), number > 1, number < 1_000
                else { return nil }
                self = .paper(number)
                guard self.name == name else { return nil }
            }
        }
    }

    /// How long it lies ready.
    package static let term = Duration.days(7)
    /// How often making it fails before it is given up.
    package static let mostAttempts = 3
    /// How often it is left half made before it is given up: a server that is stopped is no failure, but one that it
    /// stops is.
    package static let mostStops = 20
    /// How often copies of one person are asked for in a day.
    package static let mostADay = 10
    /// What was not touched for so long was left by a server that stopped.
    package static let silence = Duration.minutes(10)

    package let id: ID<FullCopy>
    package let reader: ID<Account>
    package let person: ID<Person>
    package let asked: Moment
    package let state: State
    /// How far it is, of a hundred.
    package let percent: Int
    /// How often making it failed since it was ready last.
    package let attempts: Int
    /// How often a server left it half made since it was ready last.
    package let stops: Int
    /// How often it was begun: who began it before writes nothing any more.
    package let round: Int
    /// How often copies of this person were asked for today.
    package let often: Int
    /// The beginning of the day as of which it is, once it is ready; when it was made on that day is told nowhere.
    package let made: Moment?
    /// Until when it can be fetched, once it is ready.
    package let until: Moment?

    package init(
        id: ID<FullCopy>, reader: ID<Account>, person: ID<Person>, asked: Moment, state: State = .asked,
        percent: Int = 0, attempts: Int = 0, stops: Int = 0, round: Int = 0, often: Int = 1, made: Moment? = nil,
        until: Moment? = nil
    ) {
        (self.id, self.reader, self.person, self.asked) = (id, reader, person, asked)
        (self.state, self.percent, self.attempts, self.stops) = (state, percent, attempts, stops)
        (self.round, self.often, self.made, self.until) = (round, often, made, until)
    }

    /// One that is asked for now.
    ///
    /// - Parameter before: the last one of the same person for the same reader.
    /// - Throws: ``Refusal``
    package static func asked(
        _ id: ID<FullCopy>, of person: ID<Person>, by reading: Reading, before: FullCopy?, at now: Moment
    ) throws(Refusal) -> FullCopy {
        guard reading.takesAlong.contains(person) else { throw .notYours }
        if let before, before.isUnderWay { throw .underWay }
        let often = before.map { now - $0.asked < .days(1) ? $0.often + 1 : 1 } ?? 1
        guard often <= mostADay else { throw .tooOften }
        return FullCopy(id: id, reader: reading.reader, person: person, asked: now, often: often)
    }

    package var isUnderWay: Bool { state == .asked || state == .making }

    /// Whether it is as of a day: whatever happened since, the first fetch of another day makes it anew.
    package func isOf(_ day: Day) -> Bool { made?.day == day }

    /// Whether it can be fetched.
    package func isReady(at now: Moment) -> Bool { state == .ready && until.map { now < $0 } ?? false }
}

extension Reading {
    /// About whom the reader takes along all there is: themself first, then each child about whom they read all, by
    /// authority or because the young person lets them.
    ///
    /// Who was let into the circle takes nothing along about others.
    package var takesAlong: [ID<Person>] {
        guard let ownPerson else { return [] }
        let children = covered.filter { person, coverage in
            person != ownPerson && coverage.share == .all
                && (coverage.ground == .authority || coverage.ground == .letInByChild)
        }
        return [ownPerson] + children.keys.sorted()
    }
}
