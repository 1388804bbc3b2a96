// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What somebody is to a child in messages about youth care (list JZR of StUF-Jeugdzorg 1.0.9).
package enum YouthCareRole: String, CaseIterable, Sendable {
    case sibling = "broer of zus"
    case contact = "contactpersoon"
    case grandparent = "grootouder"
    case halfSibling = "halfbroer of -zus"
    case helper = "hulpverlener"
    case informant = "informant"
    case youngPerson = "jeugdige"
    case child = "kind"
    case reporter = "melder"
    case teacher = "onderwijsgevende"
    case carer = "opvoeder/verzorger"
    case parentWithAuthority = "ouder met gezag"
    case parentWithoutAuthority = "ouder zonder gezag"
    case parent = "ouder, gezag niet benoemd"
    case parentNotByLaw = "ouder, niet juridisch"
    case professional = "overige professional"
    case relative = "overige verwant"
    case fosterSibling = "pleegbroer of -zus"
    case fosterParent = "pleegouder"
    case stepSibling = "stiefbroer of -zus"
    case stepParent = "stiefouder"
    case medic = "verpleegkundige, arts of medisch specialist"
    case guardian = "voogd"

    /// By its number in the list; nil for a number that is not known here.
    package init?(code: String) {
        let known: [String: YouthCareRole] = [
            "112": .parentWithAuthority, "113": .parentWithoutAuthority, "114": .parentNotByLaw, "121": .sibling,
            "122": .halfSibling, "125": .grandparent, "139": .relative, "191": .guardian, "211": .fosterParent,
            "212": .stepParent, "213": .carer, "301": .youngPerson, "391": .reporter, "392": .informant,
            "393": .contact, "411": .helper, "412": .medic, "413": .teacher, "491": .professional,
        ]
        guard let role = known[code] else { return nil }
        self = role
    }

    /// Whether somebody is part of a report as who made it or told of it, and nobody it is about.
    package var tells: Bool {
        switch self {
        case .reporter, .informant: true
        default: false
        }
    }

    /// Whether somebody is part of a report by their work, or to be called, and nobody it is about.
    package var stands: Bool {
        switch self {
        case .contact, .helper, .medic, .professional, .teacher: true
        default: false
        }
    }

    /// As people who type a report choose it.
    package var kind: ReportedPerson.Kind {
        switch self {
        case .youngPerson, .child: .child
        case .sibling, .halfSibling, .fosterSibling, .stepSibling: .sibling
        case .parent, .parentWithAuthority, .parentWithoutAuthority, .parentNotByLaw, .stepParent, .fosterParent,
            .guardian, .carer:
            .parent
        case .contact, .grandparent, .helper, .informant, .reporter, .teacher, .professional, .relative, .medic: .other
        }
    }
}
