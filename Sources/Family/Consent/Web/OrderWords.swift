// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Site

/// What the page says about orders of a court.
protocol OrderWords: Sendable {
    var title: String { get }
    func lead(_ name: String) -> String
    func kind(_ kind: ProtectionOrder.Kind) -> String
    func line(_ sight: OrderSight, until: String) -> String
    var kindLabel: String { get }
    var kindMissing: String { get }
    var institution: String { get }
    var institutionHint: String { get }
    var institutionMissing: String { get }
    var from: String { get }
    var until: String { get }
    var untilHint: String { get }
    var noDay: String { get }
    var termTooLong: String { get }
    var record: String { get }
    var recordText: String { get }
    var button: String { get }
    var standing: String { get }
    var before: String { get }
    var endButton: String { get }
    var erased: String { get }
}

extension Language {
    var orders: any OrderWords {
        switch self {
        case .nl: DutchOrders()
        case .en: EnglishOrders()
        }
    }
}

private struct DutchOrders: OrderWords {
    let title = "Maatregel van de rechter"
    func lead(_ name: String) -> String {
        "Voor de maatregel zelf is geen toestemming nodig. Voor andere hulp aan \(name) wel."
    }
    func kind(_ kind: ProtectionOrder.Kind) -> String {
        switch kind {
        case .supervision: "Ondertoezichtstelling"
        case .provisionalSupervision: "Voorlopige ondertoezichtstelling"
        case .guardianship: "Voogdij van een instelling"
        case .probation: "Jeugdreclassering"
        case .secureCare: "Gesloten jeugdhulp"
        }
    }
    func line(_ sight: OrderSight, until: String) -> String {
        "\(kind(sight.order.kind)) door \(sight.institution ?? erased), tot: \(until)."
    }
    let kindLabel = "Welke maatregel?"
    let kindMissing = "Kies welke maatregel het is."
    let institution = "Welke instelling voert het uit?"
    let institutionHint = "De gecertificeerde instelling. Die voert ook de regie over de veiligheid."
    let institutionMissing = "Vul de instelling in."
    let from = "Vanaf"
    let until = "Tot"
    let untilHint = "Een ondertoezichtstelling duurt ten hoogste een jaar. Een voogdij mag leeg blijven."
    let noDay = "Vul een dag in, zoals 2026-12-31."
    let termTooLong = "Kies een einde na het begin, zo lang als de wet het toelaat."
    let record = "Een maatregel vastleggen"
    let recordText = "Wie het gezag heeft en de jongere vanaf 12 jaar lezen dit ook."
    let button = "Vastleggen"
    let standing = "Nu"
    let before = "Eerder"
    let endButton = "Deze is eerder gestopt"
    let erased = "een instelling"
}

private struct EnglishOrders: OrderWords {
    let title = "Order of the court"
    func lead(_ name: String) -> String { "The measure itself needs no consent. Other help for \(name) does." }
    func kind(_ kind: ProtectionOrder.Kind) -> String {
        switch kind {
        case .supervision: "Supervision order"
        case .provisionalSupervision: "Provisional supervision order"
        case .guardianship: "Guardianship of an institution"
        case .probation: "Youth probation"
        case .secureCare: "Secure youth care"
        }
    }
    func line(_ sight: OrderSight, until: String) -> String {
        "\(kind(sight.order.kind)) by \(sight.institution ?? erased), until: \(until)."
    }
    let kindLabel = "Which order?"
    let kindMissing = "Choose which order it is."
    let institution = "Which institution carries it out?"
    let institutionHint = "The certified institution. It directs safety, too."
    let institutionMissing = "Fill in the institution."
    let from = "From"
    let until = "Until"
    let untilHint = "A supervision order lasts a year at most. Guardianship may stay empty."
    let noDay = "Fill in a day, such as 2026-12-31."
    let termTooLong = "Choose an end after the beginning, as long as the law allows."
    let record = "Record an order"
    let recordText = "Who holds authority, and the young person from 12, read this, too."
    let button = "Record"
    let standing = "Now"
    let before = "Before"
    let endButton = "This one ended earlier"
    let erased = "an institution"
}
