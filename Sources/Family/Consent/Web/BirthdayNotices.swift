// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

extension TodayHome {
    /// What a birthday changes: the young person hears of it first and alone, who reads or read with them on the day.
    func birthdays(on day: Day, _ language: Language) -> [Notice] {
        let words = language.renewal
        let more = More(.consents(family), language.consent.title)
        var notices: [Notice] = []
        for person in reading.persons {
            if person.id == reading.ownPerson {
                guard let coming = Birthday.nearing(of: person.birth, on: day) else { continue }
                let said = words.nearing(coming.age, on: language.dateInside(coming.day))
                notices.append(Notice(.about, said.title, said.text, more: more))
            } else {
                let isGrown = reading.cameOfAge.contains(person.id)
                let age = isGrown ? .sixteen : Birthday.justCome(of: person.birth, on: day)?.age
                guard let age, isGrown || reading.covered[person.id]?.ground != .membership else { continue }
                let name = circle.name(of: person.id).map(CircleNames.firstName) ?? language.circle.erased
                let said = words.came(name, age)
                notices.append(Notice(.about, said.title, said.text, more: more))
            }
        }
        return notices
    }
}
