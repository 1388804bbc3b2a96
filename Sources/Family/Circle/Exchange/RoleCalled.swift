// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Foundation

extension Role {
    /// The role that a list means by what it calls somebody, such as "oma van Noor" or "POH-GGZ"; nil where that is not sure.
    package init?(called text: String) {
        let words = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .lowercased().split { !$0.isLetter }
        let found = Self.called.first { entry in words.contains { word in entry.words.contains { Self.fits(word, $0) } }
        }
        guard let found else { return nil }
        self = found.role
    }

    private static func fits(_ word: Substring, _ known: String) -> Bool {
        known.hasSuffix("*") ? word.contains(known.dropLast()) : word == known
    }

    /// By what each is called, Dutch and English, the narrower first; with a star it may be part of a longer word.
    private static let called: [(role: Role, words: [String])] = [
        (.practiceNurse, ["poh", "praktijkondersteuner*"]),
        (.psychiatricNurse, ["spv", "psychiatrisch*"]),
        (.generalPractitioner, ["huisarts*", "gp", "practitioner"]),
        (.youthDoctor, ["jeugdarts", "schoolarts"]),
        (.schoolCareCoordinator, ["ib", "intern", "zorgcoordinator", "ondersteuningscoordinator"]),
        (.teacher, ["leraar", "lerares", "leerkracht*", "docent*", "juf", "meester", "mentor", "teacher*"]),
        (.youthProtection, ["jeugdbescherm*", "gezinsvoogd*", "jeugdreclass*"]),
        (.fosterParent, ["pleegouder*", "pleegmoeder", "pleegvader", "foster"]),
        (.debtCounsellor, ["schuldhulp*", "bewindvoerder", "budgetcoach"]),
        (.housingAssociation, ["woningcorporatie", "corporatie", "woningbouw*"]),
        (.individualProvision, ["indicatiesteller"]),
        (.areaTeamWorker, ["gebiedsteam*", "wijkteam*", "jeugdconsulent", "gezinsconsulent"]),
        (.familySupport, ["gezinsbegeleid*", "gezinscoach", "gezinshulp*", "ambulant*"]),
        (.welfareWorker, ["welzijn*", "buurtwerk*", "jongerenwerk*", "opbouwwerk*"]),
        (
            .specialistTherapist,
            ["therap*", "psycholoog*", "orthopedagoog", "behandelaar*", "psychologist", "logopedist"]
        ),
        (.newPartner, ["stiefvader", "stiefmoeder", "stiefouder", "stepfather", "stepmother"]),
        (.grandparent, ["opa", "oma", "grootouder*", "grootmoeder", "grootvader", "grand*"]),
        (.neighbour, ["buurvrouw", "buurman", "buren", "neighbour*"]),
        (.coach, ["trainer*", "voetbalcoach", "coach"]),
        (.familyFriend, ["vriend", "vriendin", "familievriend*", "friend"]),
    ]
}
