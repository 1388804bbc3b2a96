// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Somebody of the town whom a visitor of `/demo` can be, with one click.
package struct DemoPerson: Hashable, Sendable {
    package let slug: String
    /// The position in one plain sentence, in Dutch and in English.
    package let nl: String
    package let en: String

    package init(_ slug: String, nl: String, en: String) {
        self.slug = slug
        self.nl = nl
        self.en = en
    }
}

extension Town {
    /// The people of `/demo`, each in another position.
    package static let demoPeople: [DemoPerson] = [
        DemoPerson(
            "aylin", nl: "Aylin is de moeder van Noor en Sem.", en: "Aylin is the mother of Noor and Sem."),
        DemoPerson(
            "joost", nl: "Joost is hun vader. Hij woont ergens anders en heeft ook gezag.",
            en: "Joost is their father. He lives elsewhere and has authority too."),
        DemoPerson(
            "sem", nl: "Sem is 15. Hij heeft een eigen lijn met zijn therapeut.",
            en: "Sem is 15. He has a line of his own with his therapist."),
        DemoPerson(
            "truus", nl: "Truus is de oma van Noor en Sem. Zij ziet het plan.",
            en: "Truus is the grandmother of Noor and Sem. She sees the plan."),
        DemoPerson(
            "marieke", nl: "Marieke werkt in het gebiedsteam en is regisseur van Aylins gezin.",
            en: "Marieke works in the area team and directs the help for Aylin's family."),
        DemoPerson(
            "sanne", nl: "Sanne is intern begeleider op Noors school en het vaste aanspreekpunt.",
            en: "Sanne coordinates care at Noor's school and is the first contact."),
        DemoPerson(
            "bart", nl: "Bart is leraar op dezelfde school, van andere kinderen.",
            en: "Bart teaches other children at the same school."),
        DemoPerson("hanna", nl: "Hanna is de huisarts van Noor en Sem.", en: "Hanna is the GP of Noor and Sem."),
        DemoPerson("priya", nl: "Priya is de therapeut van Sem.", en: "Priya is Sem's therapist."),
        DemoPerson(
            "thijs", nl: "Thijs werkt bij De Brug en kent geen van deze gezinnen.",
            en: "Thijs works at De Brug and knows none of these families."),
        DemoPerson(
            "esmee", nl: "Esmée was de therapeut van Kofi. Zij is uit de kring.",
            en: "Esmée was Kofi's therapist. She has left the circle."),
        DemoPerson(
            "gerda", nl: "Gerda leidt een team bij Het Anker. Zij ziet wie wacht op hulp.",
            en: "Gerda leads a team at Het Anker. She sees who waits for help."),
        DemoPerson(
            "ruud", nl: "Ruud leidt het gebiedsteam in Zuilen. Hij ziet geen gezinnen.",
            en: "Ruud leads the area team in Zuilen. He sees no families."),
        DemoPerson(
            "mirjam", nl: "Mirjam heeft crisisdienst. Zij opent een gezin alleen als er nu gevaar is.",
            en: "Mirjam is on duty for crises. She opens a family only when there is danger now."),
        DemoPerson(
            "annelies", nl: "Annelies is manager bij de gemeente. Zij ziet geen gezinnen.",
            en: "Annelies is a manager at the municipality. She sees no families."),
        DemoPerson(
            "ravi", nl: "Ravi beheert Rondom: de accounts en de back-ups.",
            en: "Ravi administers Rondom: the accounts and the back-ups."),
        DemoPerson(
            "geert-jan", nl: "Geert-Jan let op de privacy en ziet wie waar keek.",
            en: "Geert-Jan guards privacy and sees who looked where."),
        DemoPerson(
            "eline", nl: "Eline is moeder van Fleur en Jip. Haar adres is geheim.",
            en: "Eline is the mother of Fleur and Jip. Her address is secret."),
        DemoPerson(
            "fatma", nl: "Fatma werkt in het gebiedsteam. Zij is er voor Eline én voor Robert.",
            en: "Fatma works in the area team. She is there for Eline and for Robert."),
        DemoPerson(
            "robert", nl: "Robert is de vader van Fleur en Jip. Hij mag het adres niet vinden.",
            en: "Robert is the father of Fleur and Jip. He must not find the address."),
    ]
}
