// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension FamilyFilling {
    /// What was asked of those who must agree, and what a court ordered.
    func consents() throws -> [Happening] {
        try TownConsent.told(in: told.slug, today: today).map(consent) + told.measures.map(measure)
    }

    private func consent(_ told: TownConsent) throws -> Happening {
        let at = Moment(told.made, hour: 15)
        let about = try person(told.about)
        let given =
            try told.yes.map { Consent.Given(about: about, by: try person($0), .yes, at: at) }
            + told.no.map { Consent.Given(about: about, by: try person($0), .no, at: at) }
        let isAgreed = Set(told.yes) == Set(told.mustAgree)
        let consent = Consent(
            id: ids.next(at: at), asked: Asked(rawValue: told.asked.rawValue) ?? .share, by: try account(told.by),
            persons: [about], made: at, until: told.until, given: given, agreed: isAgreed ? [about: at] : [:],
            ended: told.ended.map { [about: Moment($0, hour: 12)] } ?? [:])
        let letter = ConsentLetter(party: told.words[0], what: told.words[1], purpose: told.words[2])
        let mustAgree: [ID<Person>: WhoMustAgree] = [about: .all(try persons(told.mustAgree))]
        return Happening(at) { [ids] key, connection, vault in
            try connection.keep(consent, letter, mustAgree, ids: ids, key, vault)
        }
    }

    private func measure(_ told: TownMeasure) throws -> Happening {
        let at = Moment(told.period.from, hour: 12)
        let order = ProtectionOrder(
            id: ids.next(at: at), child: try person(told.child), kind: .supervision, from: told.period.from,
            until: told.period.until ?? told.period.from + 365,
            by: try account(self.told.directions.last?.holder ?? self.told.firstContact), recorded: max(at, start))
        let institution = try PlainText.line(
            names.values.compactMap(\.organisation).first {
                organisations[told.institution] == $0.id
            }?.name ?? told.institution)
        return Happening(max(at, start)) { key, connection, vault in
            try connection.record(order, by: institution, key, vault)
        }
    }
}
