// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What a young person reads before they write to a professional alone.
protocol PrivateLineWords: Sendable {
    var entry: String { get }
    var title: String { get }
    var lead: String { get }
    var secretTitle: String { get }
    var secretText: String { get }
    var understood: String { get }
    var toWhom: String { get }
    var write: String { get }
    var subject: String { get }
    var nobodyTitle: String { get }
    var nobodyText: String { get }
    var nobodyChosen: String { get }
    var notTold: String { get }
}

extension Language {
    var privateLine: any PrivateLineWords {
        switch self {
        case .nl: DutchPrivateLine()
        case .en: EnglishPrivateLine()
        }
    }
}

struct DutchPrivateLine: PrivateLineWords {
    let entry = "Schrijf alleen aan een hulpverlener"
    let title = "Alleen jij en één hulpverlener"
    let lead = "Je ouders zien hier niets van. Niet wat je schrijft, en niet dat je schrijft."
    let secretTitle = "Wat niet geheim kan blijven"
    let secretText = """
        Loopt iemand gevaar, jij of een ander? Dan moet je hulpverlener iets doen. Dat bespreekt die eerst met jou. Ook de \
        hulpverlener die over veiligheid gaat, kan het dan horen. Is het nu gevaarlijk? Bel 112, of de Kindertelefoon: 0800 0432.
        """
    let understood = "Ik snap wat niet geheim kan blijven."
    let toWhom = "Aan wie schrijf je?"
    let write = "Schrijf je eerste bericht"
    let subject = "Tussen ons"
    let nobodyTitle = "Er is nog geen hulpverlener voor jou"
    let nobodyText = "Praat met iemand die je vertrouwt, of bel gratis met de Kindertelefoon: 0800 0432."
    let nobodyChosen = "Kies aan wie je schrijft."
    let notTold = "Lees eerst wat niet geheim kan blijven, en zet dan het vinkje."
}

struct EnglishPrivateLine: PrivateLineWords {
    let entry = "Write to one professional alone"
    let title = "Only you and one professional"
    let lead = "Your parents see nothing of this. Not what you write, and not that you write."
    let secretTitle = "What can't be kept secret"
    let secretText = """
        Is somebody in danger, you or another? Then your professional must do something. They talk about that with you \
        first. The professional in charge of safety may hear it then, too. In danger now? Call 112, or the Kindertelefoon: \
        0800 0432.
        """
    let understood = "I understand what can't be kept secret."
    let toWhom = "To whom are you writing?"
    let write = "Write your first message"
    let subject = "Between us"
    let nobodyTitle = "There is no professional for you yet"
    let nobodyText = "Talk to somebody you trust, or call the Kindertelefoon for free: 0800 0432."
    let nobodyChosen = "Choose to whom you write."
    let notTold = "First read what can't be kept secret, and then tick the box."
}
