// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

/// All that the matrix crosses: no combination falls between its rows.
@Suite struct `The whole matrix of consent` {
    private static let births = [
        "2014-11-24", "2014-11-23", "2010-11-24", "2010-11-23", "2008-11-24", "2008-11-23", "0000-00-00", "2014-11-00",
        "2012-00-00",
    ]
    private static let holders: [[String]] = [[], ["mother"], ["mother", "father"]]
    private static let kinds: [Authority.Kind?] = [nil] + Authority.Kind.allCases.map { $0 }
    private static let orders: [ProtectionOrder.Kind?] = [nil] + ProtectionOrder.Kind.allCases.map { $0 }

    /// Each combination, without what is expected of it.
    private static func all(born birth: String) -> [ConsentCase] {
        var all: [ConsentCase] = []
        for isAble in [true, false] {
            for kind in kinds {
                for held in holders {
                    for isInvestigated in [true, false] {
                        for order in orders {
                            all += [Asked.help, .share, .measure].map {
                                ConsentCase(
                                    birth: birth, isAble: isAble, authority: kind, holders: held,
                                    isInvestigated: isInvestigated, order: order, asked: $0, answer: .notNeeded,
                                    article: "")
                            }
                        }
                    }
                }
            }
        }
        return all
    }

    private static func band(_ birth: String) -> AgeBand { AgeBand(Household.person("child", birth).birth, on: today) }

    /// Who may be assumed to hold authority: nobody where it is not certain, and never some of several.
    private static func certain(_ row: ConsentCase) -> Set<String>? {
        guard let kind = row.authority, !row.isInvestigated, ![.temporarilyNone, .undeterminable].contains(kind)
        else { return nil }
        let fewest = [.jointByParents, .jointWithThirdParty].contains(kind) ? 2 : 1
        return row.holders.count >= fewest ? Set(row.holders) : nil
    }

    @Test(arguments: births)
    func `gives each combination what its articles say`(birth: String) {
        for row in Self.all(born: birth) {
            let decided = row.decided
            if row.asked == .measure, row.order != nil {
                // 7.3.4 lid 1: what a court ordered needs nobody's yes.
                #expect(decided == .notNeeded, "\(row.testDescription)")
                continue
            }
            let isHelp = row.asked != .share
            let expected: Set<String>? =
                switch (Self.band(birth), row.isAble) {
                case (.adult, true), (.from16, true): ["child"]  // 7.3.5, BW 1:233
                case (.adult, false): nil  // 7.3.15 lid 2: nobody was noted who decides
                case (.from12, true): isHelp ? Self.certain(row)?.union(["child"]) : ["child"]  // 7.3.4 lid 2, 7.3.11
                case (.under12, _), (.from12, false), (.from16, false): Self.certain(row)  // 7.3.15 lid 1, 2
                }
            guard let expected else {
                #expect(decided.persons.isEmpty && decided != .notNeeded, "\(row.testDescription)")
                continue
            }
            #expect(decided == .all(Set(expected.map { id($0) })), "\(row.testDescription)")
        }
    }

    @Test func `has rows for all six kinds of authority, under investigation, and none noted`() {
        let rows = `The matrix of consent`.byAuthority
        #expect(Set(rows.map(\.authority)) == Set(Self.kinds))
        for kind in [Authority.Kind.jointByParents, .byOneParent, .jointWithThirdParty, .guardianship] {
            #expect(rows.contains { $0.authority == kind && $0.isInvestigated }, "\(kind)")
        }
        let all =
            rows + `The matrix of consent`.byAge + `The matrix of consent`.byAbility + `The matrix of consent`.byOrder
        #expect(all.allSatisfy { !$0.article.isEmpty })
        #expect(Set(all.compactMap(\.order)) == Set(ProtectionOrder.Kind.allCases))
        #expect(all.contains { $0.birth == "0000-00-00" })
    }
}
