// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Names for people of the town, from the many places that its people come from.
enum TownNames {
    static let surnames = [
        "Van Dijk", "El Idrissi", "Tholen", "Hendriks", "Yılmaz", "O'Brien", "Nguyễn", "De Groot", "Шевченко",
        "Ramlal", "'s-Gravesande", "Kowalczyk", "Smit", "Abdi Warsame",
        "Van Oldenbarneveld-Wijnbergen tot den Oudenhoven",
        "Visser", "Pinto da Conceição", "Meijer", "Søndergaard", "Haddad", "Van den Berg", "Tesfaye", "Mulder",
        "Kartodirjo", "Núñez Ibáñez", "Boersma", "Achterberg", "王", "Dijkstra-van 't Hoff", "Khan", "Prins",
        "Αντωνίου", "Schouten", "Lê", "Kuiper", "Bouwman", "Ünal", "Veenstra", "Çelik", "Blom", "Martina", "Ait Taleb",
        "Verbeek", "Jovanović", "Dros", "Wolters", "Sörensen", "Baptista", "Kok", "Rahimi",
    ]

    static let adults = [
        "Karin", "Mohamed", "Ingrid", "Erik", "Fatima", "Sjoerd", "Hülya", "Jacqueline", "Ahmet", "Monique",
        "Tomasz", "Priscilla", "Hân", "Wilco", "Samira", "Désirée", "Gerrit", "Rachida", "Marco", "Anne-Fleur",
        "Selam", "Rob", "Mei", "Sharon", "Yusuf", "Petra", "José", "Anja", "Dwayne", "Marjolein",
    ]

    static let children = [
        "Lisa", "Adam", "Jesse", "Zeynep", "Thijmen", "Amira", "Daan", "Chloë", "Finn", "Sara", "Luuk", "Aaliyah",
        "Björn", "Eva", "Ilias", "Roos", "Noé", "Fenna", "Milan", "Hanna-Sofie", "Stijn", "Imane", "Ties", "Linh",
        "Puck", "Kaan", "Lotus", "Maud", "Raphaël", "Nova", "Teun", "Yara", "Boaz", "Inaya", "Siem",
    ]

    /// First names of adults and children that belong with a surname in another script.
    static let inAnotherScript: [String: (adults: [String], children: [String])] = [
        "Шевченко": (["Олена", "Тарас"], ["Олег", "Марія", "Софія"]),
        "王": (["秀英", "伟"], ["小龙", "美玲", "小雨"]),
        "Αντωνίου": (["Ελένη", "Δημήτρης"], ["Νίκος", "Μαρία", "Ιωάννα"]),
    ]

    /// Who else stands around a family: what they are, and what may be expected of them.
    static let relatives: [(role: String, expectation: String)] = [
        ("oma", "Past op als school vrij is."),
        ("opa", "Komt op zondag eten en repareert alles wat stuk is."),
        ("buurman", "Heeft een sleutel en let op als er niemand thuis is."),
        ("buurvrouw", "Is er als het laat wordt."),
        ("tante", "Belt elke dag en komt als het nodig is."),
        ("judoleraar", "Laat weten hoe het op de mat gaat."),
        ("vriendin van de familie", "Luistert, ook om elf uur 's avonds."),
        ("imam van de moskee", "Denkt mee als het gezin daarom vraagt."),
        ("leidster van de scouting", "Zorgt dat er zaterdag een plek is."),
    ]

    /// Letters and digits of a name, as they can stand in a slug; empty for a name in another script.
    static func slug(_ name: String) -> String {
        let plain = name.folding(options: .diacriticInsensitive, locale: nil).lowercased()
        return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
}
