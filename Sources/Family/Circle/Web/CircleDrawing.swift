// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How the content of a circle becomes its page: order, wording and links for one reader.
struct CircleDrawing {
    let content: CircleContent
    let now: Moment
    let language: Language

    var words: any CircleWords { language.circle }
    var circle: CircleSight { content.circle }
    var today: Day { now.day }

    var page: CirclePage {
        let near = circle.members.filter { $0.membership.kind == .relative }
        let professionals = circle.members.filter { $0.membership.kind == .professional }
        let around = language.list(childrenNames)
        return CirclePage(
            language: language,
            above: content.reading.lookerRole == .professional ? More(.families, language.families.title) : nil,
            title: title(around),
            lead: circle.members.isEmpty
                ? nil : words.lead(near: near.count, professionals: professionals.count, around: around),
            write: .newConversation(content.family), invite: mayInvite ? .newInvitation(content.family) : nil,
            confirm: content.mayConfirm ? .confirmation(content.family) : nil, joined: joined,
            risk: content.indication.map { sight in
                FamilyRiskNotice(
                    sight, CircleNames(circle: circle, reading: content.reading, language: language),
                    in: content.family, today: today)
            },
            invitations: invitations,
            picture: CirclePicture(
                language, children: childrenNames, parents: parentNames, near: near.map(pictured),
                professionals: professionals.map(pictured)),
            promises: content.promises.filter { $0.promise.kind != .answerInvitation }.map(promise),
            family: family.map(person), near: near.map(member),
            professionals: professionals.map(member),
            recent: CircleHappenings(content: content, now: now, language: language).rows, entries: entries)
    }

    // MARK: Whom it is about

    private var children: [CirclePerson] {
        circle.persons.filter { isChild($0) }.sorted { $0.person.birth.latest < $1.person.birth.latest }
    }

    /// The reader first, then the adults by name, then the children, oldest first.
    private var family: [CirclePerson] {
        let adults = circle.persons.filter { !isChild($0) }
            .sorted { ($0.name ?? "") < ($1.name ?? "") }
        let all = adults + children
        return all.filter(isOwn) + all.filter { !isOwn($0) }
    }

    private func isOwn(_ person: CirclePerson) -> Bool { person.person.id == content.reading.ownPerson }

    private func isChild(_ person: CirclePerson) -> Bool {
        person.isCovered && !content.reading.adults.contains(person.person.id)
    }

    private var childrenNames: [String] {
        let names = children.map { firstName($0.name) }
        return names.isEmpty ? circle.persons.filter(\.isCovered).map { firstName($0.name) } : names
    }

    private var parentNames: [String] {
        circle.persons
            .filter { !isChild($0) && !isOnlySibling($0.person.id) && !childrenNames.contains(firstName($0.name)) }
            .map { firstName($0.name) }
    }

    /// A brother or sister about whom the reader does not read is no parent.
    private func isOnlySibling(_ person: ID<Person>) -> Bool {
        let siblings = circle.ties.filter { $0.kind == .sibling }
        return siblings.contains { $0.person == person || $0.other == person }
            && !circle.ties.contains { $0.person == person && $0.kind != .sibling }
    }

    private func title(_ around: String) -> String {
        guard let own = circle.persons.first(where: { $0.person.id == content.reading.ownPerson }) else {
            return words.title(around: around)
        }
        return words.ownTitle(firstName(own.name))
    }

    /// The name by which people call each other: without what stands between and after.
    func firstName(_ name: String?) -> String {
        name.flatMap { $0.split(separator: " ").first.map(String.init) } ?? words.erased
    }

    // MARK: Who is around

    private func anchor(_ id: some CustomStringConvertible) -> String { "p-\(id)" }

    private func isDirector(_ account: ID<Account>) -> Bool { circle.direction?.holder == account }

    private func pictured(_ member: CircleMember) -> CirclePicture.Member {
        let name = member.face?.name ?? words.erased
        return CirclePicture.Member(
            firstName(name), Disc.initials(of: name), role: member.face?.function ?? "",
            link: .part(anchor(member.membership.id)), isDirector: isDirector(member.membership.account),
            isFirstContact: circle.firstContact == member.membership.account)
    }

    private func member(_ member: CircleMember) -> PersonCard {
        let name = member.face?.name ?? words.erased
        let membership = member.membership
        let isDirector = isDirector(membership.account)
        let closeness: Disc.Closeness = membership.kind == .relative ? .near : .professional
        return PersonCard(
            anchor: anchor(membership.id), disc: Disc(Disc.initials(of: name), closeness, isDirector: isDirector),
            name: name, link: .member(content.family, membership.id),
            role: [member.face?.function, member.face?.organisation].compactMap(\.self).joined(separator: ", "),
            tags: tags(membership.account), text: text(of: member), since: since(membership),
            more: write(to: membership.account, name: firstName(name)))
    }

    private func text(of member: CircleMember) -> String? {
        let introduced = content.introductions[member.membership.account].flatMap { sight in
            sight.text.map { text in
                let by = circle.name(of: sight.introduction.by) ?? words.erased
                return language.introductions.says(firstName(by), text)
            }
        }
        let texts = standIn(member.membership.account) + [introduced, text(of: member.face)].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    /// Whose work somebody does for a while, or who does theirs.
    private func standIn(_ account: ID<Account>) -> [String] {
        let (words, today) = (language.absences, today)
        return circle.standIns.filter { today < $0.until }.compactMap { one in
            let day = language.dateInside(one.until)
            if one.standIn == account { return words.standsIn(for: known(one.away), until: day) }
            return one.away == account ? words.isAway(until: day, known(one.standIn)) : nil
        }
    }

    private func known(_ account: ID<Account>) -> String { circle.name(of: account) ?? words.erased }

    private func text(of face: MemberFace?) -> String? {
        guard let face else { return nil }
        let limits = face.notTheirTask.isEmpty ? nil : words.notTheirTask(face.notTheirTask)
        let texts = [face.expectation.isEmpty ? nil : face.expectation, limits].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }

    private func since(_ membership: Membership) -> String {
        let covered = circle.persons.filter { membership.covers.contains($0.person.id) }.map { firstName($0.name) }
        return [
            words.since(language.dateInside(membership.term.from)),
            covered.isEmpty ? nil : words.belongs(to: language.list(covered)), words.sees(membership.share),
        ].compactMap(\.self).joined(separator: " ")
    }

    private func tags(_ account: ID<Account>?) -> [Tag] {
        guard let account else { return [] }
        var tags: [Tag] = []
        if let direction = circle.direction, direction.holder == account {
            tags.append(Tag(words.direction(direction.kind), .accent))
        }
        if circle.firstContact == account { tags.append(Tag(words.firstContact, .accent)) }
        return tags
    }

    private func write(to account: ID<Account>?, name: String) -> More? {
        guard let account, account != content.reading.reader else { return nil }
        return More(.newConversation(content.family).with(query: ["to": account.text]), words.write(to: name))
    }

    private func person(_ sight: CirclePerson) -> PersonCard {
        let name = sight.name ?? words.erased
        let isOwn = isOwn(sight)
        let details = content.details.filter { $0.person == sight.person.id }
        return PersonCard(
            anchor: anchor(sight.person.id), disc: Disc(Disc.initials(of: name), .family), name: name,
            link: content.reading.mayHandCard(to: sight.person.id) ? .person(content.family, sight.person.id) : nil,
            role: role(sight, isOwn: isOwn), tags: tags(sight.person.account),
            text: details.isEmpty ? nil : text(of: details),
            more: write(to: sight.person.account, name: firstName(name)))
    }

    private func role(_ sight: CirclePerson, isOwn: Bool) -> String {
        let age = isChild(sight) ? age(sight.person.birth) : nil
        let ties = Dictionary(grouping: circle.ties.filter { $0.person == sight.person.id }, by: \.kind)
        let tie = Tie.Kind.allCases.first { ties[$0] != nil }.map { kind in
            words.tie(kind, to: language.list((ties[kind] ?? []).map { firstName(circle.name(of: $0.other)) }))
        }
        let parts = [isOwn ? words.you : nil, age, age == nil ? tie : nil].compactMap(\.self)
        return parts.isEmpty ? words.inFamily : parts.joined(separator: ", ")
    }

    private func age(_ birth: BirthDate) -> String {
        birth.isKnown ? words.child(birth.age(on: today)) : words.unknownAge
    }

    private func text(of details: [DetailSight]) -> String {
        let secrecy = details.contains(where: \.isHidden) ? [words.hiddenDetails] : []
        return (details.map(phrase) + secrecy).joined(separator: " ")
    }

    private func phrase(_ detail: DetailSight) -> String {
        let end = detail.isHidden ? " (\(words.hiddenDetail))." : "."
        return "\(words.detail(detail.kind)): \(detail.value)\(end)"
    }

    // MARK: What happens next

    private func promise(_ item: FamilyPromise) -> PromiseRow {
        let promise = item.promise
        let isLate = promise.isLate(at: now)
        let about = circle.persons.filter { item.about.contains($0.person.id) }.map { firstName($0.name) }
        let note = [
            about.isEmpty ? nil : words.about(language.list(about)), isLate && !item.isOwn ? words.lateNote : nil,
        ].compactMap(\.self).joined(separator: " ")
        let what = promise.kind.isSaidToEachReader ? language.today.what(promise.kind) : item.text ?? words.erased
        return PromiseRow(
            isLate ? .late : .part(promise.percentPassed(at: now)), due: due(promise, isLate: isLate),
            isLate ? .near : .calm, owner: owner(item).map(words.owner), what: what,
            note: note.isEmpty ? nil : note)
    }

    private func due(_ promise: Promise, isLate: Bool) -> String {
        isLate
            ? words.late(language.dayInside(promise.due.day, today: today))
            : language.by(promise.due.day, today: today)
    }

    private func owner(_ item: FamilyPromise) -> String? {
        if item.isOwn { return language.site.you }
        switch item.promise.owner {
        case .account(let account): return circle.name(of: account).map { firstName($0) }
        case .organisation: return nil
        }
    }
}

extension CircleSight {
    /// The name of a person of the family.
    func name(of person: ID<Person>) -> String? { persons.first { $0.person.id == person }?.name }
}
