// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import Town

extension WebTown {
    /// What the one town lacks that the other only hides.
    func lack(_ kept: Kept) async throws {
        guard kept == .secretAddress else { return }
        let (family, noor) = (try filled.family(Kept.family), try filled.person("noor"))
        try await database.write { connection in
            for table: SQL in ["personal_detail_reader", "personal_detail"] {
                try connection.execute("DELETE FROM \(table) WHERE family_id = \(family) AND person_id = \(noor)")
            }
        }
    }

    /// Makes what two professionals decide; the addresses at which it would be found.
    func decide(_ kept: Kept) async throws -> [String] {
        let (vault, now, circle) = (vault, clock.now, try circle(Kept.family))
        let id: ID<Decided> = IDSource.unguessable.next(at: now)
        let (noor, sem) = (try filled.person("noor"), try filled.person("sem"))
        let (joost, hanna) = (try filled.person("joost"), Promise.Owner.account(try filled.account("hanna")))
        let word = try PlainText.line("Bij de \(Kept.word)")
        let letter = ConsentLetter(party: Kept.word, what: Kept.word, purpose: Kept.word)
        try await unseen("marieke", ItemName(.consent, try filled.family(Kept.family))) { key, connection in
            switch kept {
            case .secretAddress:
                _ = try connection.hideAddress(
                    of: noor, exceptFrom: [], organisationsOf: [], at: now, key, vault)
            case .notAsked:
                let consent = Consent(
                    id: ID(as: id), asked: .share, by: key.reading.reader, persons: [noor], made: now,
                    until: Self.today + 30)
                try connection.ask(
                    consent, letter, without: LeavingOut([joost], because: word, asking: hanna), ids: .unguessable, key,
                    vault)
            case .withheld:
                let withheld = try Withholding(
                    ID(as: id), from: sem, by: key.reading, review: Self.today + 9, at: now)
                try connection.withhold(withheld, word, because: word, asking: hanna, ids: .unguessable, key, vault)
            case .groundUsed:
                let use = try GroundUse(
                    ID(as: id), of: .conflictOfDuties, about: [noor], by: key.reading, for: .careProvider,
                    among: try connection.groundTerms(), isTold: false, at: now)
                try connection.record(use, letter, asking: hanna, ids: .unguessable, key, vault)
            default: break
            }
        }
        let persons = "\(circle)/persons/"
        return switch kept {
        case .secretAddress: ["", "/shown"].map { persons + "\(noor)/secret-address" + $0 }
        case .notAsked: ["", "/answer", "/not-asked", "/narrower", "/paper"].map { "\(circle)/consents/\(id)" + $0 }
        case .withheld:
            ["", "/telling", "/review"].map { "\(circle)/withholdings/\(id)" + $0 }
                + ["\(circle)/decisions/\(id)", "\(circle)/decisions/\(id)/answer", persons + "\(sem)/withholdings"]
        default:
            ["\(circle)/grounds/\(id)", "\(circle)/grounds/\(id)/telling", "\(circle)/decisions/\(id)"]
                + ["\(circle)/decisions/\(id)/answer"]
        }
    }

    /// Makes what is asked and kept about erasing and taking along; the addresses at which it would be found.
    func forget(_ kept: Kept) async throws -> [String] {
        let (vault, now, circle) = (vault, clock.now, try circle(Kept.family))
        let id: ID<Forgetting> = IDSource.unguessable.next(at: now)
        let (noor, sem) = (try filled.person("noor"), try filled.person("sem"))
        let word = try PlainText.line("Bij de \(Kept.word)")
        let who = kept == .ownForgetting ? "sem" : kept == .wordsAsked ? "aylin" : "marieke"
        try await unseen(who, ItemName(.forgetting, id)) { key, connection in
            switch kept {
            case .ownForgetting:
                try connection.askForgetting(
                    as: id, about: sem, saying: word, at: now, ids: .unguessable, key, vault)
            case .wordsAsked:
                try connection.askChildWords(
                    as: ID(as: id), of: noor, promise: IDSource.unguessable.next(at: now), at: now, key, vault)
            default:
                try connection.setKeeping(
                    as: ID(as: id), for: .inspection, review: Self.today + 30,
                    promise: IDSource.unguessable.next(at: now), at: now, key, vault)
            }
        }
        return switch kept {
        case .ownForgetting:
            ["", "/decision", "/answer", "/agreement", "/withdrawal"].map { "\(circle)/forgettings/\(id)" + $0 }
        case .wordsAsked: ["", "/answer"].map { "\(circle)/own-words/\(id)" + $0 }
        default: ["\(circle)/keeping/holds/\(id)/end", "\(circle)/keeping"]
        }
    }

    /// An act that is about nobody in the log, as on the pages.
    private func unseen(
        _ who: String, _ item: ItemName, _ deed: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws {
        let family = try filled.family(Kept.family)
        let look = Look(
            reader: try filled.account(who), at: clock.now, from: "192.0.2.7", action: .create, item: item)
        let form: ID<Submission> = IDSource.unguessable.next(at: clock.now)
        _ = try await dossiers.act(family, look, form: form) { key, connection in
            try deed(key, connection)
            return Found("done", about: [])
        }
        await live.wrote(in: family)
    }

    /// A goal with an action, and what they are known by.
    func goal(_ id: ID<Goal>) async throws -> (ID<Goal>, [ID<PlanAction>]) {
        let (vault, now, noor) = (vault, clock.now, try filled.person("noor"))
        let text = GoalText(title: "Veilig over de \(Kept.word)", domain: .school, meaning: Kept.word, voice: nil)
        let who = try filled.account("hanna")
        let action = ActionText(what: "Lopen naar de \(Kept.word)", who: [.account(who)], when: .by(Self.today + 9))
        try await deed("marieke", ItemName(.goal, id)) { key, connection in
            let start = GoalToBegin(id: id, about: [noor], text: text, actions: [action])
            try connection.begin(start, at: now, ids: .unguessable, key, vault)
        }
        let family = try filled.family(Kept.family)
        let actions = try await database.read { connection in
            try connection.rows(
                "SELECT id FROM plan_action WHERE family_id = \(family) AND goal_id = \(id) ORDER BY id"
            ) { $0.id(0, PlanAction.self) }
        }
        return (id, actions)
    }
}
