// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// An invitation that comes of one line of a list.
struct ListedInvitation: Sendable {
    let place: Int
    let role: Role?
    let toSend: InvitationToSend
}

/// Why one of many could not be sent, so that none was.
struct ListedRefusal: Error {
    let place: Int
    let reason: any Error

    func error(_ draft: NetworkListDraft, _ sending: InvitationSending, _ language: Language) throws -> FieldError {
        guard let row = draft.rows.first(where: { $0.place == place }) else { throw reason }
        if let refusal = reason as? InvitationRefusal { return row.error(try sending.error(refusal)) }
        guard reason is ClosedTrack.Refusal else { throw reason }
        return FieldError(row.field("name"), language.safety.askFirst)
    }
}

extension InvitationSending {
    /// What one line of a list becomes, for those of these persons whom its role covers; nil with what is wrong.
    ///
    /// Somebody who is not known by name where they work is asked for by their work, and the organisation reads who is meant.
    func listed(
        _ row: NetworkListDraft.Row, for persons: Set<ID<Person>>, _ errors: inout [FieldError]
    ) async throws -> ListedInvitation? {
        guard let form = row.form(for: persons, reading, visit, &errors) else { return nil }
        var (draft, typed) = read(form)
        var party = draft.errors.isEmpty ? try await invited(typed, &draft) : nil
        if party == nil, draft.errors.map(\.field) == ["colleague"] {
            let unnamed = row.form(for: persons, reading, visit, isNamed: false, &errors)
            (draft, typed) = read(unnamed ?? form)
            party = draft.errors.isEmpty ? try await invited(typed, &draft) : nil
        }
        errors += draft.errors.map(row.error)
        guard let party, draft.errors.isEmpty else { return nil }
        return ListedInvitation(place: row.place, role: draft.role, toSend: try toSend(draft, typed, party))
    }

    private func read(_ form: FormBody) -> (InvitationDraft, InvitationTyped) {
        var draft = InvitationDraft(form)
        let typed = InvitationTyped(form, &draft, visit.language.invitations)
        return (draft, typed)
    }
}

extension Connection {
    /// Sends an invitation of a list, with the role that was found for it.
    ///
    /// - Throws: ``ListedRefusal``
    func send(
        _ listed: ListedInvitation, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        do { try send(listed.toSend, at: now, ids: ids, key, vault) } catch let reason
            where reason is InvitationRefusal || reason is ClosedTrack.Refusal
        {
            throw ListedRefusal(place: listed.place, reason: reason)
        }
        if let role = listed.role { try note(role, of: listed.toSend.draft.id, key) }
    }
}
