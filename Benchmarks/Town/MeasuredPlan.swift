// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Town

extension TownPlan {
    /// The plan of the measured family: five goals with four actions each, scored once.
    static func measured(today: Day) -> TownPlan {
        let who = ["oma-meting", "moeder", "werker-1", "school-1"]
        let goals = zip(0..., LifeDomain.allCases.prefix(5)).map { number, domain in
            TownGoal(
                about: [number % 2 == 0 ? "kind-een" : "kind-twee"], domain, "Doel \(number + 1): een rustig begin",
                meaning: "Elke ochtend zonder haast naar school.", voice: TownGoal.Voice("moeder", "Niet meer rennen."),
                scores: ["moeder": 5, "vader": 6, "werker-1": 6],
                who.map { TownAction("Helpen bij doel \(number + 1)", [$0], .each(.weekly([.tuesday]), from: today)) })
        }
        return TownPlan(
            by: "moeder", offered: "We maken liever samen een plan.", goals: goals, next: today + 42,
            agreed: ["moeder", "vader"])
    }
}

/// Ten things that were asked about the children of the measured family.
struct MeasuredConsents {
    private let filled: FilledTown
    private let dossiers: Dossiers

    init(_ filled: FilledTown, _ dossiers: Dossiers) {
        self.filled = filled
        self.dossiers = dossiers
    }

    func fill(today: Day) async throws {
        let (now, vault) = (Moment(today + -1, hour: 22), dossiers.vault)
        let (family, worker) = (try filled.family("meting"), try filled.account("werker-1"))
        for number in 0..<10 {
            let draft = Consent(
                id: IDSource.unguessable.next(at: now), asked: .share, by: worker,
                persons: [try filled.person(number % 2 == 0 ? "kind-een" : "kind-twee")], made: now, until: today + 90)
            let letter = ConsentLetter(
                party: "de club van dag \(number + 1)", what: "wat helpt als het druk is", purpose: "rust na schooltijd"
            )
            let look = Look(
                reader: worker, at: now, from: "192.0.2.1", action: .create, item: ItemName(.consent, draft.id))
            _ = try await dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) { key, connection in
                try connection.ask(draft, letter, ids: .unguessable, key, vault)
                return Found("", about: draft.persons)
            }
        }
    }
}
