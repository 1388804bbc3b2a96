// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

extension FamilyDraft {
    /// What is not right about the persons, said at each field.
    mutating func checkPersons(_ words: any FamilyStartWords, on today: Day) {
        for (place, member) in members.enumerated() {
            do { _ = try PlainText.line(member.name) } catch {
                errors.append(FieldError("name-\(place)", words.nameMissing))
            }
            if member.role == nil { errors.append(FieldError("role-\(place)", words.roleMissing)) }
            if member.birth(on: today) == nil { errors.append(FieldError("year-\(place)", words.noBirth)) }
        }
        let isYoung = { (member: Member) in
            member.role == .child && member.birth(on: today).map { AgeBand($0, on: today) != .adult } ?? true
        }
        if errors.isEmpty, !members.contains(where: isYoung) {
            errors.append(FieldError("role-0", words.noChild))
        }
    }

    /// The family that was told, or nil with the errors; who is who has an identifier in the order of the places.
    mutating func outline(
        _ ids: [ID<Person>], _ words: any FamilyStartWords, on today: Day
    ) -> FamilyOutline? {
        guard ids.count == members.count else { return nil }
        let told = members.enumerated().compactMap { place, member -> FamilyOutline.Member? in
            guard let role = member.role, let birth = member.birth(on: today),
                let name = try? PlainText.line(member.name)
            else { return nil }
            return FamilyOutline.Member(
                id: ids[place], name: name, role: role, birth: birth, children: Self.ids(member.children, ids))
        }
        let authorities = children.compactMap { place -> Authority? in
            members[place].authority.map { kind in
                Authority(
                    child: ids[place], kind: kind, holders: Self.ids(members[place].holders, ids),
                    isUnderInvestigation: members[place].isInvestigated)
            }
        }
        do { return try FamilyOutline(told, authorities, on: today) } catch {
            errors.append(fault(error, ids, words))
            return nil
        }
    }

    private static func ids(_ places: Set<Int>, _ ids: [ID<Person>]) -> Set<ID<Person>> {
        Set(places.filter(ids.indices.contains).map { ids[$0] })
    }

    private func fault(
        _ refusal: FamilyOutline.Refusal, _ ids: [ID<Person>], _ words: any FamilyStartWords
    ) -> FieldError {
        let place = { (person: ID<Person>) in ids.firstIndex(of: person) ?? 0 }
        switch refusal {
        case .noChild: return FieldError("role-0", words.noChild)
        case .tooMany: return FieldError("name-0", words.tooMany)
        case .authorityMissing(let child): return FieldError("authority-\(place(child))", words.authorityMissing)
        case .holderMissing(let child): return FieldError("holders-\(place(child))", words.holderMissing)
        case .tieToNobody(let person), .toldTwice(let person):
            return FieldError("children-\(place(person))", words.tieToNobody)
        case .notOlder(let person): return FieldError("birth-\(place(person))", words.notOlder)
        case .holderCannotHold: return FieldError("authority-\(children.first ?? 0)", words.noHolder)
        }
    }

    /// The addresses that were told.
    mutating func details(_ ids: [ID<Person>], _ words: any FamilyStartWords) -> [DetailToTell] {
        var details: [DetailToTell] = []
        for (place, member) in members.enumerated() where !member.address.allSatisfy(\.isWhitespace) {
            do {
                let address = try PlainText.line(member.address, limit: 200)
                details.append(DetailToTell(ids[place], .address, address, isHidden: member.isSecret))
            } catch { errors.append(FieldError("address-\(place)", words.noAddress)) }
        }
        return details
    }
}
