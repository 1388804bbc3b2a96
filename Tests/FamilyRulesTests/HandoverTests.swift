// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A handover` {
    private static let talk = Handover.Talk(
        day: "2026-11-20", present: [Household.mother.id], agreed: [Household.mother.id], storyConfirmed: true,
        introduced: true)

    private static let direction = Handover.Responsibility.direction(.careCoordination, review: "2027-01-11")
    static let responsibilities: [Handover.Responsibility] = [direction, .contact, .help]

    /// From "holder" to "receiver", proposed by the first.
    private static func handover(
        _ state: Handover.State = .proposed, talk: Handover.Talk? = nil, cold: Handover.Cold? = nil,
        proposer: String = "holder", _ what: Handover.Responsibility = direction
    ) -> Handover {
        Handover(
            id: id("handover"), what, from: id("holder"),
            to: id("receiver"), proposer: id(proposer), made: Moment("2026-11-19", hour: 9), state: state, talk: talk,
            cold: cold)
    }

    enum Act: String, CaseIterable, Sendable { case agree, decline, withdraw, talk, cold, complete, lapse }

    private func done(_ act: Act, _ handover: Handover, by who: String) throws -> Handover {
        switch act {
        case .agree: try handover.agreed(by: id(who))
        case .decline: try handover.declined(by: id(who))
        case .withdraw: try handover.withdrawn(by: id(who))
        case .talk: try handover.talked(Self.talk, by: id(who), on: today)
        case .cold: try handover.withoutTalk(.family, by: id(who))
        case .complete: try handover.completed(by: id(who))
        case .lapse: handover.lapsed()
        }
    }

    /// What each act makes of each state: by the holder who proposed it, by the receiver who was asked.
    ///
    /// A dash refuses; what is over stays as it is. All that is not here is refused.
    static let table: [Handover.State: [Act: (holder: Handover.State?, receiver: Handover.State?)]] = [
        .proposed: [
            .agree: (nil, .agreed), .decline: (nil, .declined), .withdraw: (.withdrawn, nil),
            .talk: (.proposed, .proposed), .cold: (.proposed, .proposed), .lapse: (.lapsed, .lapsed),
        ],
        .agreed: [
            .withdraw: (.withdrawn, .withdrawn), .talk: (.agreed, .agreed), .cold: (.agreed, .agreed),
            .complete: (.completed, .completed), .lapse: (.lapsed, .lapsed),
        ],
        .completed: [.lapse: (.completed, .completed)],
        .declined: [.lapse: (.declined, .declined)],
        .withdrawn: [.lapse: (.withdrawn, .withdrawn)],
        .lapsed: [.lapse: (.lapsed, .lapsed)],
    ]

    @Test(arguments: Handover.State.allCases, Act.allCases)
    func `becomes what the table says and nothing else, whatever moves`(state: Handover.State, act: Act) throws {
        let expected = Self.table[state]?[act] ?? (nil, nil)
        for what in Self.responsibilities {
            let handover = Self.handover(state, talk: Self.talk, what)
            for (who, next) in [("holder", expected.holder), ("receiver", expected.receiver)] {
                guard let next else {
                    #expect(throws: Handover.Refusal.self, "\(what) \(act) by \(who)") {
                        try done(act, handover, by: who)
                    }
                    continue
                }
                #expect(try done(act, handover, by: who).state == next, "\(what) \(act) by \(who)")
            }
        }
    }

    @Test(arguments: Handover.State.allCases, Act.allCases.filter { $0 != .lapse })
    func `is nobody else's business`(state: Handover.State, act: Act) {
        for what in Self.responsibilities {
            #expect(throws: Handover.Refusal.notYours) {
                try done(act, Self.handover(state, talk: Self.talk, what), by: "father")
            }
        }
    }

    @Test func `is not completed without a talk or the reason why there was none`() throws {
        let agreed = Self.handover(.agreed)
        #expect(throws: Handover.Refusal.notTalked) { try agreed.completed(by: id("holder")) }
        #expect(try agreed.withoutTalk(.family, by: id("holder")).completed(by: id("holder")).state == .completed)
    }

    /// Each line: what was said of a talk, and whether it counts as warm; nil is not counted.
    @Test(arguments: [
        (talk as Handover.Talk?, nil as Handover.Cold?, true as Bool?), (nil, .family, false), (nil, .holder, false),
        (nil, .safety, nil),
    ])
    func `is warm with the family at the table, and cold by safety is not counted`(
        talk: Handover.Talk?, cold: Handover.Cold?, isWarm: Bool?
    ) {
        #expect(Self.handover(.completed, talk: talk, cold: cold).isWarm == isWarm)
        #expect(Self.handover(.agreed, talk: talk, cold: cold).isWarm == nil)
    }

    @Test func `has a talk on a day that came, with somebody of the family there`() {
        let nobody = Handover.Talk(
            day: "2026-11-20", present: [], agreed: [], storyConfirmed: false, introduced: true)
        let tomorrow = Handover.Talk(
            day: today + 1, present: [Household.mother.id], agreed: [], storyConfirmed: false, introduced: true)
        for talk in [nobody, tomorrow] {
            #expect(throws: Handover.Refusal.noSuchTalk) {
                try Self.handover(.agreed).talked(talk, by: id("holder"), on: today)
            }
        }
    }

    @Test func `is agreed by those alone who were there`() {
        let talk = Handover.Talk(
            day: today, present: [Household.mother.id], agreed: [Household.mother.id, Household.father.id],
            storyConfirmed: true, introduced: true)
        #expect(talk.agreed == [Household.mother.id])
    }

    // MARK: Proposing

    private func around(_ holder: String = "mother", _ kind: Direction.Kind = .contact) -> Ending.Successors {
        Ending.Successors(
            direction: Direction(kind: kind, holder: id(holder), since: "2026-01-01"), firstContact: nil,
            professionals: [id("helper"), id("colleague")], parents: [id("mother"), id("father")])
    }

    private func proposed(
        _ kind: Direction.Kind = .careCoordination, from: String, to: String, by reader: Reading,
        proposer: String? = nil, review: Day = "2027-01-11", talk: Handover.Talk? = talk,
        _ around: Ending.Successors? = nil
    ) throws -> Handover {
        let draft = Handover(
            id: id("handover"), .direction(kind, review: review), from: id(from), to: id(to),
            proposer: proposer.map { id($0) } ?? reader.reader, made: Moment(today, hour: 9))
        return try draft.proposed(by: reader, around ?? self.around(), talk: talk, on: today)
    }

    @Test func `is asked of a parent once the family was talked with, and said yes`() throws {
        let helper = try Household.helper([Household.eleven])
        let asked = try proposed(from: "mother", to: "helper", by: helper)
        #expect(asked.asked == id("mother") && asked.isCompletedByAgreeing)
        #expect(throws: Handover.Refusal.noSuchTalk) {
            try proposed(from: "mother", to: "helper", by: helper, talk: nil)
        }
        let no = Handover.Talk(
            day: today, present: [Household.mother.id], agreed: [], storyConfirmed: true, introduced: true)
        #expect(throws: Handover.Refusal.nobodyAgreed) {
            try proposed(from: "mother", to: "helper", by: helper, talk: no)
        }
    }

    @Test func `never gives safety to the family, nor anything to somebody outside the circle`() throws {
        let helper = try Household.helper([Household.eleven])
        let held = around("helper", .careCoordination)
        for kind in Direction.Kind.allCases {
            let parent = { try proposed(kind, from: "helper", to: "mother", by: helper, talk: nil, held) }
            if kind == .safetyCoordination {
                #expect(throws: Handover.Refusal.notPossible) { try parent() }
            } else {
                #expect(try parent().asked == id("mother"))
            }
            #expect(throws: Handover.Refusal.notPossible) {
                try proposed(kind, from: "helper", to: "stranger", by: helper, talk: nil, held)
            }
        }
    }

    @Test func `is of what the holder holds, by one of the two, to be looked at again within half a year`() throws {
        let helper = try Household.helper([Household.eleven])
        #expect(throws: Handover.Refusal.changed) { try proposed(from: "father", to: "helper", by: helper) }
        #expect(throws: Handover.Refusal.notYours) { try proposed(from: "mother", to: "colleague", by: helper) }
        for review: Day in [today, today + 184] {
            #expect(throws: Handover.Refusal.notPossible) {
                try proposed(from: "mother", to: "helper", by: helper, review: review)
            }
        }
    }
}
