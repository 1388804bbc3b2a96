// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// What went another way than the ordinary one, with why: what two professionals decided besides what is held, and
    /// help without a yes that was missing.
    func exceptionLines(
        _ look: Look, from: Moment, until: Moment, _ vault: Vault
    ) throws -> [PrivacyLine] {
        try decidedLines(look, from: from, until: until, vault) + helpLines(look, from: from, until: until, vault)
    }

    private func decidedLines(
        _ look: Look, from: Moment, until: Moment, _ vault: Vault
    ) throws -> [PrivacyLine] {
        // Signing along is no exception to anything.
        let others = Hold.Decision.allCases.map(\.rawValue) + [Decided.indication.rawValue]
        let found = try rows(
            """
            SELECT family_id, subject_kind, subject_id, first_id, made_at, answer, CASE WHEN EXISTS (
                SELECT 1 FROM promise p WHERE p.space = s.family_id AND p.subject_kind = s.subject_kind
                    AND p.subject = s.subject_id AND p.kind = 'confirmDecision' AND p.settled_at IS NULL
                    AND p.closed_at IS NULL) THEN 1 ELSE 0 END
            FROM second_professional s
            WHERE made_at >= \(from) AND made_at < \(until) AND subject_kind NOT IN \(list: others) ORDER BY made_at, id
            """
        ) { row in
            (
                family: row.id(0, Family.self), decided: Decided(rawValue: row.text(1)), id: row.id(2, Decided.self),
                first: row.id(3, Account.self), made: row.moment(4),
                answer: row.ifAny(5) { $0.text($1) }.flatMap(SecondProfessional.Answer.init(rawValue:)),
                isOpen: row.int(6) == 1
            )
        }
        return try found.map { row in
            let state: PrivacyLine.State =
                switch row.answer {
                case .yes: .done
                case .no: .refused
                case nil: row.isOpen ? .open : .dropped
                }
            // What somebody asked to have erased, and is not: the kind that is no decision of its own.
            let why =
                try row.decided.map { try reason(of: $0, row.id, in: row.family, look, vault) }
                ?? reasonToRefuse(ID(as: row.id), in: row.family, look, vault)
            return PrivacyLine(
                kind: .exception, at: row.made, family: row.family, who: row.first, reason: why,
                state: state, exception: row.decided.map { .decided($0) } ?? .erasureRefused)
        }
    }

    /// Why it was proposed, and nothing else of what is decided about.
    private func reason(
        of decided: Decided, _ id: ID<Decided>, in family: ID<Family>, _ look: Look, _ vault: Vault
    ) throws -> String? {
        let (table, place): (SQL, SealedPlace) =
            switch decided {
            case .readingRefusal: ("reading_refusal", .reason(of: ID<ReadingRefusal>(as: id), in: family))
            case .direction: ("direction_to_confirm", .reason(ofDirectionToConfirm: ID(as: id), in: family))
            case .ground: ("ground_use", .letter(of: ID<GroundUse>(as: id), in: family))
            case .notAsked: ("not_asked", .reason(ofNotAsked: ID(as: id), in: family))
            case .withholding: ("withholding", .withheld("reason", ID(as: id), in: family))
            case .invitation, .indication: ("second_professional", .secondReason(of: ID(as: id), in: family))
            }
        let column: SQL = decided == .ground ? "letter" : "reason"
        let placeOf: SQL =
            decided == .direction
            ? "(SELECT p.id FROM dossier_part p WHERE p.family_id = t.family_id AND p.kind = 'shared')" : "t.part_id"
        let sealed = try row(
            "SELECT \(placeOf), t.\(column) FROM \(table) t WHERE t.family_id = \(family) AND t.id = \(id)"
        ) { ($0.id(0, Part.self), $0.bytesIfAny(1)) }
        guard let (part, bytes) = sealed else { return nil }
        let text = try opened(bytes, in: part, at: place, family, look, vault)
        // Of a ground the reason stands in a letter, of which the rest is not theirs to read.
        return decided == .ground ? text.flatMap(ConsentLetter.init(text:))?.purpose : text
    }

    private func helpLines(_ look: Look, from: Moment, until: Moment, _ vault: Vault) throws -> [PrivacyLine] {
        let found = try rows(
            """
            SELECT p.family_id, p.consent_id, p.person_id, p.exception, p.exception_by, p.exception_reason,
                COALESCE(p.exception_at, c.made_at), c.part_id
            FROM consent_person p JOIN consent c ON c.family_id = p.family_id AND c.id = p.consent_id
            WHERE p.exception IS NOT NULL AND COALESCE(p.exception_at, c.made_at) >= \(from)
                AND COALESCE(p.exception_at, c.made_at) < \(until)
            ORDER BY p.family_id, p.consent_id, p.person_id
            """
        ) { row in
            (
                family: row.id(0, Family.self), consent: row.id(1, Consent.self), person: row.id(2, Person.self),
                exception: HelpException(rawValue: row.text(3)), by: row.idIfAny(4, Account.self),
                reason: row.bytesIfAny(5), at: row.moment(6), part: row.id(7, Part.self)
            )
        }
        return try found.compactMap { row in
            guard let exception = row.exception else { return nil }
            let place = SealedPlace.exception(of: row.consent, row.person, in: row.family)
            return PrivacyLine(
                kind: .exception, at: row.at, family: row.family, who: row.by,
                reason: try opened(row.reason, in: row.part, at: place, row.family, look, vault), state: .done,
                exception: .help(exception))
        }
    }
}
