// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore

extension Town {
    /// Puts numbers on record of a practice and a school, and has an assistant ask for a code.
    ///
    /// After the desks are open.
    package func fillGuests(_ dossiers: Dossiers, _ filled: FilledTown, at now: Moment, ids: IDSource) async throws {
        let administrator = try filled.account("ravi")
        let numbers = [("praktijk-aan-de-vecht", "030 555 01 01"), ("de-schakel", "030 555 01 02")]
        for (slug, number) in numbers {
            let organisation = try filled.organisation(slug)
            try await dossiers.database.write { connection in
                try connection.setPhone(PhoneNumber(typed: number), of: organisation, by: administrator, at: now)
            }
        }
        let asker = GuestAsker(
            Guest(name: "Els de Boer", function: "doktersassistent", behalf: "dokter Kok"),
            mail: "post@praktijkaandevecht.example")
        let form = ids.next(at: now, GuestRequest.self).text
        try await Desk(dossiers).ask(
            ids.next(at: now), asker, of: try filled.organisation("praktijk-aan-de-vecht"),
            formDigest: dossiers.vault.guestForm(form), from: "town", at: now, dossiers.vault, ids)
    }
}
