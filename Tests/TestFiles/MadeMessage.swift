// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Messages between a municipality and a provider (iJw 3.2), of which a test says what matters.
package struct MadeMessage {
    package var kind: String
    package var code: String
    package var municipality = "0344"
    package var provider = "12345678"
    package var identification: String
    package var day = "2026-11-20"
    package var version = "3_2"
    package var citizenNumber = "123456782"
    package var birth = "<ijw:Datum>2014-03-01</ijw:Datum>"
    package var name = "Fatima"
    package var products: [String]
    package var list: String
    package var head = ""

    private init(_ kind: String, _ code: String, _ list: String, _ identification: String, _ products: [String]) {
        (self.kind, self.code, self.list, self.identification) = (kind, code, list, identification)
        self.products = products
    }

    /// JW301.
    package static func assigned(
        _ number: String = "300201", on day: String = "2026-09-01", from: String = "2026-09-07",
        until: String? = nil, reference: String? = nil, reason: String? = nil, id: String = "A1"
    ) -> MadeMessage {
        MadeMessage(
            "jw301", "436", "ToegewezenProduct", id,
            [
                element("ToewijzingNummer", number) + element("ReferentieAanbieder", reference) + product
                    + element("Toewijzingsdatum", day) + element("Toewijzingstijd", "10:00:00")
                    + element("Ingangsdatum", from) + element("Einddatum", until) + element("RedenWijziging", reason)
            ])
    }

    /// JW305.
    package static func started(
        _ number: String = "300201", on day: String = "2026-10-05", delivery: String = "1", id: String = "S1"
    ) -> MadeMessage {
        MadeMessage(
            "jw305", "438", "StartProduct", id,
            [
                element("ToewijzingNummer", number) + product + element("ToewijzingIngangsdatum", "2026-09-07")
                    + element("Begindatum", day) + element("StatusAanlevering", delivery)
            ])
    }

    /// JW307.
    package static func stopped(
        _ number: String = "300201", began: String = "2026-10-05", on day: String = "2026-11-10", reason: String = "32",
        delivery: String = "1", id: String = "E1"
    ) -> MadeMessage {
        MadeMessage(
            "jw307", "440", "StopProduct", id,
            [
                element("ToewijzingNummer", number) + product + element("ToewijzingIngangsdatum", "2026-09-07")
                    + element("Begindatum", began) + element("RedenBeeindiging", reason) + element("Einddatum", day)
                    + element("StatusAanlevering", delivery)
            ])
    }

    /// JW315.
    package static func asked(
        _ reference: String = "V-17", day: String = "2026-08-24", id: String = "V1"
    ) -> MadeMessage {
        var made = MadeMessage(
            "jw315", "446", "AangevraagdProduct", id, [element("ReferentieAanbieder", reference) + product])
        made.day = day
        return made
    }

    package func changed(_ change: (inout MadeMessage) -> Void) -> MadeMessage {
        var made = self
        change(&made)
        return made
    }

    package var bytes: [UInt8] { Array(xml.utf8) }

    package var xml: String {
        let (sender, receiver) = kind == "jw301" ? (municipality, provider) : (provider, municipality)
        let plural = list == "AangevraagdProduct" ? "AangevraagdeProducten" : list + "en"
        let items = products.map { "<m:\(list)>\($0)</m:\(list)>" }.joined(separator: "\n")
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            \(head)<m:Bericht xmlns:ijw="http://www.istandaarden.nl/ijw/\(version)/basisschema/schema" \
            xmlns:m="http://www.istandaarden.nl/ijw/\(version)/\(kind)/schema">
            <m:Header><m:BerichtCode>\(code)</m:BerichtCode><m:Afzender>\(sender)</m:Afzender>
            <m:Ontvanger>\(receiver)</m:Ontvanger><m:BerichtIdentificatie>
            <ijw:Identificatie>\(identification)</ijw:Identificatie><ijw:Dagtekening>\(day)</ijw:Dagtekening>
            </m:BerichtIdentificatie></m:Header>
            <m:Client><m:Bsn>\(citizenNumber)</m:Bsn><m:Geboortedatum>\(birth)</m:Geboortedatum><m:Geslacht>2</m:Geslacht>
            <m:Naam><ijw:Geslachtsnaam><ijw:Achternaam>Bouali</ijw:Achternaam><ijw:Voorvoegsel>el</ijw:Voorvoegsel>
            </ijw:Geslachtsnaam><ijw:Voornamen>\(name)</ijw:Voornamen></m:Naam>
            <m:Relaties><m:Relatie><m:Naam><ijw:Geslachtsnaam><ijw:Achternaam>Geheimman</ijw:Achternaam>
            </ijw:Geslachtsnaam></m:Naam></m:Relatie></m:Relaties>
            <m:\(plural)>
            \(items)
            </m:\(plural)></m:Client></m:Bericht>
            """
    }

    private static let product = "<m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A04</ijw:Code></m:Product>"

    private static func element(_ name: String, _ text: String?) -> String {
        text.map { "<m:\(name)>\($0)</m:\(name)>" } ?? ""
    }
}
