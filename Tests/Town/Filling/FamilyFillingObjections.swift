// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel

extension FamilyFilling {
    /// What somebody did not agree with, and sent.
    func objections() throws -> [Happening] {
        try told.objections.map { told in
            let objection = Objection(
                id: ids.next(at: told.at), kind: .anotherWorker, writer: try account(told.by),
                person: try person(told.by), about: try account(told.about),
                organisation: try organisations.known(told.organisation), promise: ids.next(at: told.at), sent: told.at)
            let text = try PlainText.paragraphs(told.text)
            return Happening(told.at) { key, connection, vault in
                try connection.keep(objection, saying: text, asking: "Antwoord geven op wat je stuurde", key, vault)
            }
        }
    }
}
