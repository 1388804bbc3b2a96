// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// A family to be started, as it was typed over three steps; each step carries what the others hold.
struct FamilyDraft: Equatable {
    enum Step: String, Equatable { case persons, ties, rest }

    struct Member: Equatable {
        var name = ""
        var role: FamilyOutline.Role?
        var day = ""
        var month = ""
        var year = ""
        /// Places of the children to whom somebody grown up belongs.
        var children: Set<Int> = []
        var authority: Authority.Kind?
        /// Places of those who hold authority over a child.
        var holders: Set<Int> = []
        var isInvestigated = false
        var address = ""
        var isSecret = false

        var isBlank: Bool { name.allSatisfy(\.isWhitespace) && role == nil && (day + month + year).isEmpty }
    }

    var step = Step.persons
    var members: [Member]
    var family = ""
    var organisation: ID<Organisation>?
    var function = ""
    var expectation = ""
    var parentsDirect = true
    var familyKnows = true
    var errors: [FieldError] = []
    var wasKept = false

    init() { members = [Member(), Member()] }

    init(_ form: FormBody) {
        let count = min(max(Int(form.text("count")) ?? 1, 1), FamilyOutline.mostMembers)
        members = (0..<count).map { Self.member($0, form) }
        step = Step(rawValue: form.text("step")) ?? .persons
        family = form.text("family")
        organisation = form.id("organisation")
        function = form.text("function")
        expectation = form.text("expectation")
        parentsDirect = form.text("parents") != "no"
        familyKnows = form.text("knows") != "no"
    }

    private static func member(_ place: Int, _ form: FormBody) -> Member {
        var member = Member()
        member.name = form.text("name-\(place)")
        member.role = FamilyOutline.Role(rawValue: form.text("role-\(place)"))
        member.day = form.text("day-\(place)")
        member.month = form.text("month-\(place)")
        member.year = form.text("year-\(place)")
        member.children = Set(form.texts("children-\(place)").compactMap { Int($0) })
        member.authority = Authority.Kind(rawValue: form.text("authority-\(place)"))
        member.holders = Set(form.texts("holders-\(place)").compactMap { Int($0) })
        member.isInvestigated = form.text("investigated-\(place)") == "yes"
        member.address = form.text("address-\(place)")
        member.isSecret = form.text("secret-\(place)") == "yes"
        return member
    }

    /// What the fields of a step would send, to be carried while another step is shown.
    func carried(in step: Step) -> [(name: String, value: String)] {
        switch step {
        case .persons:
            members.enumerated().flatMap { place, member in
                [
                    ("name-\(place)", member.name), ("role-\(place)", member.role?.rawValue ?? ""),
                    ("day-\(place)", member.day), ("month-\(place)", member.month), ("year-\(place)", member.year),
                ]
            }
        case .ties:
            members.enumerated().flatMap { place, member in
                member.children.sorted().map { ("children-\(place)", String($0)) }
                    + member.holders.sorted().map { ("holders-\(place)", String($0)) }
                    + [
                        ("authority-\(place)", member.authority?.rawValue ?? ""),
                        ("investigated-\(place)", member.isInvestigated ? "yes" : "no"),
                    ]
            }
        case .rest:
            members.enumerated().flatMap { place, member in
                [("address-\(place)", member.address), ("secret-\(place)", member.isSecret ? "yes" : "no")]
            } + [
                ("family", family), ("organisation", organisation?.text ?? ""), ("function", function),
                ("expectation", expectation), ("parents", parentsDirect ? "yes" : "no"),
                ("knows", familyKnows ? "yes" : "no"),
            ]
        }
    }
}

extension FamilyDraft {
    /// Leaves out blocks in which nothing was typed, and what was chosen for their places.
    mutating func dropBlanks() {
        let kept = members.indices.filter { !members[$0].isBlank }
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        members = kept.map { place in
            var member = members[place]
            member.children = Set(member.children.compactMap { places[$0] })
            member.holders = Set(member.holders.compactMap { places[$0] })
            return member
        }
        if members.isEmpty { members = [Member()] }
    }

    var children: [Int] { members.indices.filter { members[$0].role == .child } }

    var grown: [Int] { members.indices.filter { members[$0].role != .child } }

    /// Belongs to all children, until somebody says otherwise: most often that is so.
    mutating func suggestTies() {
        guard members.allSatisfy({ $0.children.isEmpty && $0.holders.isEmpty && $0.authority == nil }) else { return }
        let parents = Set(members.indices.filter { members[$0].role == .parent })
        for place in grown where members[place].role != .other { members[place].children = Set(children) }
        for place in children {
            members[place].holders = parents
            members[place].authority = parents.count == 2 ? .jointByParents : parents.count == 1 ? .byOneParent : nil
        }
    }
}

extension FamilyDraft.Member {
    /// The date of birth as far as it is known; nil where what was typed is none.
    ///
    /// Nothing typed is a child not yet born, or of unknown age, and a grown-up of whom only that is known.
    func birth(on today: Day) -> BirthDate? {
        let numbers = [year, month, day].map { $0.filter { !$0.isWhitespace } }
        guard numbers.contains(where: { !$0.isEmpty }) else { return role == .child ? .unknown : .notTold }
        guard numbers.allSatisfy({ $0.isEmpty || Int($0) != nil }), let year = Int(numbers[0]), year >= 1_900,
            numbers[2].isEmpty || !numbers[1].isEmpty
        else { return nil }
        let padded = numbers.dropFirst().map { String(repeating: "0", count: max(0, 2 - $0.count)) + $0 }
        guard let birth = BirthDate("\(year)-\(padded[0])-\(padded[1])") else { return nil }
        let first = Day(year, birth.month ?? 1, birth.day ?? 1)
        return first.map { $0 <= today } == true ? birth : nil
    }
}
