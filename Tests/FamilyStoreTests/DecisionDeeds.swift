// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Town

extension FilledDatabase {
    /// What a second professional is asked, as somebody of the town sees it.
    func decision<Matter>(_ id: ID<Matter>, in family: String, by who: String) async throws -> DecisionSight? {
        try await dossiers.decision(ID(as: id), in: filled.family(family), look(who, at: id, .read))
    }

    /// Answers as the second professional.
    func decide<Matter>(
        _ answer: SecondProfessional.Answer, about id: ID<Matter>, in family: String, by who: String
    ) async throws -> Bool {
        try await dossiers.decide(
            answer, because: try .line("Daarom"), about: ID(as: id), in: filled.family(family), ids: .unguessable,
            look(who, at: id, .update))
    }

    private func look<Matter>(_ who: String, at id: ID<Matter>, _ action: AccessRecord.Action) throws -> Look {
        Look(
            reader: try filled.account(who), at: Self.now, from: "", action: action,
            item: ItemName(.decision, ID<Decided>(as: id)))
    }
}
