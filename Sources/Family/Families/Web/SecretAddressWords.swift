// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// What the page says on which an address becomes secret.
protocol SecretAddressWords: Sendable {
    var title: String { get }
    func lead(_ name: String) -> String
    var isSecret: String { get }
    var isSecretText: String { get }
    func hides(_ details: String) -> String
    var readers: String { get }
    var readersHint: String { get }
    var members: String { get }
    var membersHint: String { get }
    var button: String { get }
    var change: String { get }
    var show: String { get }
    var showLead: String { get }
    var showDetails: String { get }
    var showMembers: String { get }
    var showButton: String { get }
    var showNothing: String { get }
    var door: String { get }
}

extension Language {
    var secretAddress: any SecretAddressWords {
        switch self {
        case .nl: DutchSecretAddress()
        case .en: EnglishSecretAddress()
        }
    }
}

private struct DutchSecretAddress: SecretAddressWords {
    let title = "Geheim adres"
    func lead(_ name: String) -> String { "Waar \(name) is, ziet dan alleen wie je hier kiest." }
    let isSecret = "Dit adres is geheim"
    let isSecretText = "Kies opnieuw wie het mag weten als dat verandert."
    func hides(_ details: String) -> String { "Dit zien anderen dan niet meer: \(details)." }
    let readers = "Wie mag het weten?"
    let readersHint = "Kies niemand als niemand anders het hoeft te weten."
    let members = "Welke naam verraadt de plek?"
    let membersHint = "Bijvoorbeeld een school of een opvang. De naam is dan voor anderen weg."
    let button = "Geheim maken"
    let change = "Opnieuw vastleggen"
    let show = "Weer laten zien"
    let showLead = "Is het niet meer nodig? Kies wat anderen weer mogen zien. De rest blijft geheim."
    let showDetails = "Wat mogen anderen weer zien?"
    let showMembers = "Welke naam mogen anderen weer zien?"
    let showButton = "Laat dit weer zien"
    let showNothing = "Kies wat anderen weer mogen zien."
    let door = "Kies zelf wie weet waar je woont."
}

private struct EnglishSecretAddress: SecretAddressWords {
    let title = "Secret address"
    func lead(_ name: String) -> String { "Then only whom you choose here sees where \(name) is." }
    let isSecret = "This address is secret"
    let isSecretText = "Choose again who may know when that changes."
    func hides(_ details: String) -> String { "Others then see this no longer: \(details)." }
    let readers = "Who may know it?"
    let readersHint = "Choose nobody if nobody else needs to know."
    let members = "Which name gives the place away?"
    let membersHint = "For instance a school or a refuge. The name is gone for others then."
    let button = "Make it secret"
    let change = "Record again"
    let show = "Show it again"
    let showLead = "Is it no longer needed? Choose what others may see again. The rest stays secret."
    let showDetails = "What may others see again?"
    let showMembers = "Which name may others see again?"
    let showButton = "Show this again"
    let showNothing = "Choose what others may see again."
    let door = "Choose yourself who knows where you live."
}
