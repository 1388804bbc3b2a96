// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Testing

private typealias Now = RiskConclusion.SafetyNow
private typealias Later = RiskConclusion.FutureRisk

@Suite struct `A conclusion about safety` {
    /// All sixteen, the least serious first: no future makes what is unsafe now less so.
    private static let inOrder: [RiskConclusion] = Now.allCases.flatMap { now in
        [Later.low, .middle, .unknown, .high].map { RiskConclusion(now, $0) }
    }

    @Test func `is one of sixteen, and the most serious is told before any other`() {
        #expect(RiskConclusion.all.count == 16 && Set(RiskConclusion.all).count == 16)
        #expect(RiskConclusion.all.sorted() == Self.inOrder)
        for (place, one) in Self.inOrder.enumerated() {
            for other in Self.inOrder.dropFirst(place + 1) { #expect([one, other].max() == other) }
        }
    }

    @Test(arguments: RiskConclusion.all)
    func `that is unsafe now is never averaged away`(_ conclusion: RiskConclusion) {
        let unsafe = [Now.structurallyUnsafe, .acutelyUnsafe].contains(conclusion.safetyNow)
        #expect(conclusion.isUnsafeNow == unsafe)
        let safe = RiskConclusion.all.filter { !$0.isUnsafeNow }
        if unsafe { #expect((safe + [conclusion]).max() == conclusion) }
        #expect(conclusion.showsReporting == (conclusion.safetyNow == .acutelyUnsafe))
    }

    @Test(arguments: RiskConclusion.all)
    func `differs by two steps on one of its axes, both ways alike`(_ one: RiskConclusion) {
        let steps: [Now: Int] = [.safe: 0, .doubtful: 1, .structurallyUnsafe: 2, .acutelyUnsafe: 3]
        for other in RiskConclusion.all {
            let now = abs((steps[one.safetyNow] ?? 0) - (steps[other.safetyNow] ?? 0)) >= 2
            let later = Set([one.futureRisk, other.futureRisk]) == [.low, .high]
            #expect(one.differsByTwoSteps(from: other) == (now || later))
            #expect(one.differsByTwoSteps(from: other) == other.differsByTwoSteps(from: one))
        }
    }

    /// Each direction with and without a goal, against each conclusion.
    @Test(arguments: [nil] + Direction.Kind.allCases.map { $0 as Direction.Kind? }, [true, false])
    func `contradicts a plan that rests on something else`(direction: Direction.Kind?, hasGoal: Bool) {
        let course = PlannedCourse(direction: direction, hasGoal: hasGoal)
        for conclusion in RiskConclusion.all {
            let expected =
                switch conclusion.safetyNow {
                case .structurallyUnsafe, .acutelyUnsafe: direction != .safetyCoordination || !hasGoal
                case .safe: direction == .safetyCoordination && conclusion.futureRisk == .low
                case .doubtful: false
                }
            #expect(course.isContradicted(by: conclusion) == expected)
            let found = RiskContradiction.found(in: conclusion, beside: [], course)
            #expect(found == (expected ? [.plan] : []))
        }
    }

    @Test func `contradicts another one, and both are told`() {
        let course = PlannedCourse(direction: .contact, hasGoal: true)
        let safe = RiskConclusion(.safe, .low)
        #expect(
            RiskContradiction.found(in: RiskConclusion(.acutelyUnsafe, .high), beside: [safe], course)
                == [.otherIndication, .plan])
        #expect(RiskContradiction.found(in: RiskConclusion(.doubtful, .middle), beside: [safe], course).isEmpty)
        #expect(RiskContradiction.found(in: safe, beside: [RiskConclusion(.safe, .unknown)], course).isEmpty)
    }
}

@Suite struct `A table of an instrument` {
    private static let arij = RiskMapping.current(of: .arij)

    @Test(
        arguments: [
            (.safe, .low, nil, RiskConclusion(.safe, .low)), (.safe, .middle, nil, RiskConclusion(.safe, .middle)),
            (.safe, .high, nil, RiskConclusion(.safe, .high)),
            (.unsafe, .low, nil, RiskConclusion(.acutelyUnsafe, .low)),
            (.unsafe, .middle, nil, RiskConclusion(.acutelyUnsafe, .middle)),
            (.unsafe, .high, nil, RiskConclusion(.acutelyUnsafe, .high)),
            (.safe, .low, .low, RiskConclusion(.safe, .low)),
            (.safe, .low, .lowToMiddle, RiskConclusion(.safe, .middle)),
            (.safe, .low, .middle, RiskConclusion(.safe, .middle)),
            (.safe, .low, .middleToHigh, RiskConclusion(.safe, .high)),
            (.safe, .low, .high, RiskConclusion(.safe, .high)), (.safe, .high, .low, RiskConclusion(.safe, .high)),
        ] as [(RiskAnswer, RiskAnswer, RiskAnswer?, RiskConclusion)])
    func `reads the ARIJ, the most serious of its outcomes`(
        safety: RiskAnswer, risk: RiskAnswer, profile: RiskAnswer?, expected: RiskConclusion
    ) throws {
        var answers: [RiskQuestion: RiskAnswer] = [.safety: safety, .risk: risk]
        answers[.profile] = profile
        #expect(try Self.arij.conclusion(of: answers) == expected)
    }

    @Test(arguments: [RiskInstrument.lirik, .other])
    func `reads what a professional concludes on both axes`(instrument: RiskInstrument) throws {
        let mapping = RiskMapping.current(of: instrument)
        for conclusion in RiskConclusion.all {
            let answers: [RiskQuestion: RiskAnswer] = [
                .safetyNow: try #require(RiskAnswer(rawValue: conclusion.safetyNow.rawValue)),
                .futureRisk: try #require(RiskAnswer(rawValue: conclusion.futureRisk.rawValue)),
            ]
            #expect(try mapping.conclusion(of: answers) == conclusion)
        }
    }

    @Test func `says which answer it misses, or does not know`() {
        #expect(throws: RiskMapping.Refusal.unanswered(.safety)) { try Self.arij.conclusion(of: [.risk: .low]) }
        #expect(throws: RiskMapping.Refusal.unanswered(.risk)) { try Self.arij.conclusion(of: [.safety: .safe]) }
        #expect(throws: RiskMapping.Refusal.unanswered(.safety)) {
            try Self.arij.conclusion(of: [.safety: .doubtful, .risk: .low])
        }
        #expect(throws: RiskMapping.Refusal.unanswered(.profile)) {
            try Self.arij.conclusion(of: [.safety: .safe, .risk: .low, .profile: .unknown])
        }
    }

    @Test func `is the last of its instrument, and each version stands once`() {
        for instrument in RiskInstrument.allCases {
            let versions = RiskMapping.all.filter { $0.instrument == instrument }.map(\.version)
            #expect(RiskMapping.current(of: instrument).version == versions.max())
            #expect(Set(versions).count == versions.count)
        }
    }
}

@Suite struct `What was assessed` {
    private static let answers: [RiskQuestion: RiskAnswer] = [.safety: .unsafe, .risk: .middle]

    private static func read(by mapping: RiskMapping = .current(of: .arij), own: AssessedRisk.Own = .init()) throws
        -> AssessedRisk
    {
        try AssessedRisk.read(
            by: mapping, version: "2.0", answers, own: own, outcome: "Veiligheid: onveilig. Risico: middelmatig.")
    }

    @Test func `is kept with the table by which it was read, whatever a later one says`() throws {
        let kept = try Self.read()
        let later = RiskMapping(
            .arij, version: 2, RiskMapping.current(of: .arij).questions.filter { $0.question == .risk })
        let anew = try Self.read(by: later)
        #expect(anew.conclusion == RiskConclusion(.doubtful, .middle) && anew.mapping == 2)
        let opened = try #require(AssessedRisk(sealed: kept.sealed))
        #expect(opened == kept && opened.mapping == 1)
        #expect(opened.conclusion == RiskConclusion(.acutelyUnsafe, .middle))
    }

    @Test func `is what the assessor comes to, with a reason where that is not the table's`() throws {
        let own = AssessedRisk.Own(safetyNow: .structurallyUnsafe, reason: "Het gevaar is niet direct.")
        let assessed = try Self.read(own: own)
        #expect(assessed.conclusion == RiskConclusion(.structurallyUnsafe, .middle))
        #expect(assessed.reason == "Het gevaar is niet direct.")
        #expect(throws: AssessedRisk.Refusal.reasonMissing) { try Self.read(own: .init(futureRisk: .low)) }
        #expect(try Self.read(own: .init(safetyNow: .acutelyUnsafe, reason: "Hetzelfde.")).reason.isEmpty)
    }

    @Test(arguments: ["", "1", "2\u{1F}arij\u{1F}\u{1F}\u{1F}1\u{1F}\u{1F}safe\u{1F}low\u{1F}\u{1F}x", "1\u{1F}x"])
    func `is nothing where something else was sealed`(text: String) {
        #expect(AssessedRisk(sealed: text) == nil)
    }
}
