// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What the privacy officer's list says.
protocol PrivacyWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var nothing: String { get }
    var nothingText: String { get }
    var columns: [String] { get }
    /// Of what one chooses which kind is shown.
    var choose: String { get }
    func kind(_ kind: PrivacyLine.Kind?) -> String
    func exception(_ exception: PrivacyLine.Exception) -> String
    func state(_ state: PrivacyLine.State, count: Int) -> String
    var nobody: String { get }
    var noReason: String { get }
    var judge: String { get }
}

extension Language {
    var privacy: any PrivacyWords {
        switch self {
        case .nl: DutchPrivacy()
        case .en: EnglishPrivacy()
        }
    }
}

private struct DutchPrivacy: PrivacyWords {
    let title = "Toezicht"
    let lead = "Wat afwijkt van het gewone, en waarom. Wat er in een dossier staat, zie je hier niet."
    let nothing = "In deze maand was er niets"
    let nothingText = "Kies een andere maand, of iets anders om naar te kijken."
    let columns = ["Wanneer", "Wat", "Wie", "Dossier", "Waarom", "Hoe staat het"]
    let choose = "Wat je ziet"
    func kind(_ kind: PrivacyLine.Kind?) -> String {
        switch kind {
        case nil: "Alles"
        case .hold: "Vastgehouden"
        case .exception: "Uitzonderingen"
        case .emergency: "Noodtoegang"
        case .refusal: "Geweigerd"
        case .erasure: "Gewist"
        case .unusual: "Opvallende inzage"
        }
    }
    func exception(_ exception: PrivacyLine.Exception) -> String {
        switch exception {
        case .decided(.readingRefusal): "Meelezen geweigerd"
        case .decided(.direction): "Regie overgenomen zonder overleg"
        case .decided(.ground): "Gedeeld zonder toestemming"
        case .decided(.notAsked): "Iemand niet gevraagd"
        case .decided(.invitation): "Iemand niet gevraagd bij een uitnodiging"
        case .decided(.withholding): "Iets niet verteld"
        case .decided(.indication): "Meegetekend bij een inschatting"
        case .help: "Geholpen zonder een ja die nodig was"
        case .erasureRefused: "Niet gewist wat iemand vroeg"
        }
    }
    func state(_ state: PrivacyLine.State, count: Int) -> String {
        switch state {
        case .none: count == 1 ? "1 keer" : "\(count) keer"
        case .open: "Nog niet beslist of bekeken"
        case .late: "Te laat opnieuw bekeken"
        case .done: "Klaar"
        case .wasWrong: "Was niet terecht"
        case .refused: "De tweede professional zei nee"
        case .dropped: "Ingetrokken"
        case .unusual(.many): "\(count) gezinnen op één dag"
        case .unusual(.night): "\(count) keer in de nacht"
        case .unusual(.ownName): "\(count) keer bij een gezin met dezelfde naam"
        }
    }
    let nobody = "de beheerder"
    let noReason = "–"
    let judge = "Beoordelen"
}

private struct EnglishPrivacy: PrivacyWords {
    let title = "Watching over"
    let lead = "What is out of the ordinary, and why. What stands in a dossier you do not see here."
    let nothing = "There was nothing in this month"
    let nothingText = "Choose another month, or something else to look at."
    let columns = ["When", "What", "Who", "Dossier", "Why", "How it stands"]
    let choose = "What you see"
    func kind(_ kind: PrivacyLine.Kind?) -> String {
        switch kind {
        case nil: "All"
        case .hold: "Held"
        case .exception: "Exceptions"
        case .emergency: "Emergency access"
        case .refusal: "Refused"
        case .erasure: "Erased"
        case .unusual: "Unusual reading"
        }
    }
    func exception(_ exception: PrivacyLine.Exception) -> String {
        switch exception {
        case .decided(.readingRefusal): "Reading refused"
        case .decided(.direction): "Direction taken without talking"
        case .decided(.ground): "Shared without consent"
        case .decided(.notAsked): "Somebody not asked"
        case .decided(.invitation): "Somebody not asked about an invitation"
        case .decided(.withholding): "Something not told"
        case .decided(.indication): "Signed along an assessment"
        case .help: "Helped without a yes that was needed"
        case .erasureRefused: "Not erased though somebody asked"
        }
    }
    func state(_ state: PrivacyLine.State, count: Int) -> String {
        switch state {
        case .none: count == 1 ? "once" : "\(count) times"
        case .open: "Not decided or looked at yet"
        case .late: "Looked at again too late"
        case .done: "Done"
        case .wasWrong: "Was not right"
        case .refused: "The second professional said no"
        case .dropped: "Taken back"
        case .unusual(.many): "\(count) families in one day"
        case .unusual(.night): "\(count) times at night"
        case .unusual(.ownName): "\(count) times at a family of the same name"
        }
    }
    let nobody = "the administrator"
    let noReason = "–"
    let judge = "Judge"
}
