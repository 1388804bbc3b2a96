// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Town

/// Which conversations of which families each person of the demo reads; whoever is not there reads nothing.
///
/// Written down by hand, so that it does not follow the rule wherever that goes.
enum WhoReads {
    static let conversations: [String: [String: Set<String>]] = [
        "aylin": ["de-wit-yildiz": ["noor-op-school", "aylin-met-marieke", "ophalen", "voetbal"]],
        "joost": ["de-wit-yildiz": ["noor-op-school", "joost-met-marieke", "ophalen"]],
        "sem": ["de-wit-yildiz": ["sem-met-priya", "voetbal"]],
        "truus": ["de-wit-yildiz": ["ophalen"]],
        "marieke": [
            "de-wit-yildiz": ["noor-op-school", "aylin-met-marieke", "joost-met-marieke"], "bakker": ["veilig-thuis"],
        ],
        "sanne": ["de-wit-yildiz": ["noor-op-school"], "bakker": ["julie-op-school"]],
        "bart": ["osei": ["kofi-op-school"], "van-dongen": ["fleur-in-de-klas"]],
        "hanna": ["de-wit-yildiz": []],
        "priya": ["de-wit-yildiz": ["sem-met-priya"]],
        "eline": ["van-dongen": ["bezoek", "de-verhuizing", "veiligheid", "fleur-in-de-klas"]],
        "robert": ["van-dongen": ["bezoek", "robert-met-fatma"]],
        "fatma": ["van-dongen": ["bezoek", "de-verhuizing", "veiligheid", "fleur-in-de-klas", "robert-met-fatma"]],
    ]

    /// Those of whom something is in a dossier: they see who looked.
    static let family: Set<String> = ["aylin", "joost", "sem", "eline", "robert"]

    /// Who follows what happens: the family, and members who read all about somebody.
    static let following: [String: Set<String>] = [
        "aylin": ["de-wit-yildiz"], "joost": ["de-wit-yildiz"], "sem": ["de-wit-yildiz"],
        "marieke": ["de-wit-yildiz", "bakker"], "sanne": ["de-wit-yildiz"], "eline": ["van-dongen"],
        "robert": ["van-dongen"], "fatma": ["van-dongen"],
    ]

    /// Who can have a line of their own.
    static let young: Set<String> = ["sem"]

    /// Everything that has an address within the families told by hand, and whether somebody gets it.
    static func addresses(in web: WebTown, for person: String) throws -> [(path: String, isTheirs: Bool)] {
        try web.town.families.flatMap { family in
            let read = conversations[person]?[family.slug]
            let isIn = read != nil
            let circle = try web.circle(family.slug)
            let talks = try web.conversations(family.slug)
            var found = [
                (circle, isIn), (talks, isIn), (talks + "?page=1", isIn), (talks + "?page=2", isIn),
                (talks + "?page=-1", isIn), (talks + "/new", isIn),
                (circle + "/search", isIn), (circle + "/private-line", isIn && young.contains(person)),
                (circle + "/timeline", following[person]?.contains(family.slug) == true),
                (circle + "/access", isIn && Self.family.contains(person)),
                (circle + "/access?month=2026-10-01", isIn && Self.family.contains(person)),
            ]
            for talk in family.conversations {
                let path = try web.conversation("\(family.slug)/\(talk.slug)")
                let isTheirs = read?.contains(talk.slug) == true
                found.append((path + "/copy", isTheirs))
                found.append((path + "/participants", isTheirs && !talk.ownLine))
                found += ["", "?before=2", "?before=-5", "/messages"].map { (path + $0, isTheirs) }
            }
            return found
        }
    }
}
