// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Asks somebody of the circle to call the reader back, by a day.
    ///
    /// Only who asks and who owes it find it: the other parent need not know whom somebody wants to speak. Of the fixed
    /// point of contact the team behind finds it, too, once the call is late: those colleagues alone who read the family.
    ///
    /// - Throws: ``CallBack/Refusal``
    package func askToCall(
        _ account: ID<Account>, by day: Day, saying text: String, as id: ID<Promise>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Set<ID<Person>> {
        let circle = try circle(key)
        let known =
            circle.members.contains { $0.membership.account == account }
            || circle.persons.contains { $0.person.account == account }
        let owner = known ? try reading(of: key.family, by: account, on: key.today, vault) : nil
        let about = try CallBack.about(asker: key.reading, owner: owner, by: day, on: key.today)
        let isFirst = try firstContactNow(key) == account
        let team = circle.members.first { $0.membership.account == account }?.membership.organisation
        let fallback = isFirst ? team : nil
        let promise = Promise(
            id: id, kind: .callBack, owner: .account(account), receiver: .account(key.reading.reader),
            subject: .callBack(id), urgency: .agreed(Moment(day, hour: 17)), made: now, fallback: fallback)
        try make(promise, about: about, saying: text, by: key.reading.reader, key, vault)
        return about
    }

    /// Whether a promise is to call somebody of the family back.
    package func isCallToFamily(_ promise: Promise, _ key: borrowing DossierKey) throws -> Bool {
        guard promise.subject.kind == Promise.Subject.callBackKind, case .account(let account) = promise.receiver else {
            return false
        }
        return try circle(key).persons.contains { $0.person.account == account }
    }
}
