// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

extension ReportMessage {
    /// What the police and others tell Veilig Thuis, and Veilig Thuis hands on (*VT-melding*).
    static func vtMelding(
        _ object: MessageElement, sentBy head: MessageElement
    ) throws(ReportMessageFlaw) -> ReportMessage {
        let situation = try object.inner("betreft").inner("gerelateerde")
        let involved = situation.all("heeftBetrokken")
        guard !involved.isEmpty else { throw .missing(element: "heeftBetrokken") }
        guard involved.count <= mostPersons else { throw situation.flawed("heeftBetrokken") }
        var named: [ReportedPerson] = []
        for one in involved { named.append(try one.inner("gerelateerde").person(try one.neededRole)) }
        let contact = try object.inner("contactgegevensVerdiepingOpInfo")
        let submitter = try object.inner("isIngediendDoor").inner("gerelateerde")
        return ReportMessage(
            try Head(
                .vtMelding, head, identification: try object.told("identificatieVtMelding", longest: 100),
                contact: try contact["naamContactpersoon"]?.line(limit: 200) ?? ""),
            worry: try worry(object, situation, named.filter { !$0.tells }),
            reporter: try origin(
                try submitter["naam"]?.line(limit: 200) ?? "", head, contact: contact,
                reach: contact.all("telefoonnummer") + contact.all("eMail")
            ).joined(by: named))
    }

    private static func worry(
        _ object: MessageElement, _ situation: MessageElement, _ persons: [ReportedPerson]
    ) throws(ReportMessageFlaw) -> ReportedWorry {
        let incident = [
            try object.date("datumIncident")?.iso, try object["locatieIncident"]?.line(limit: 500),
            try object.inner("omschrijvingIncident").paragraphs(),
        ]
        let facts = try situation.inner("omschrijvingZorgelijkeSituatie").paragraphs()
        return ReportedWorry(
            persons: persons, place: try place(situation), facts: facts,
            interpretation: try situation["aanvullendeInformatie"]?.paragraphs() ?? "",
            incident: incident.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n"),
            told: try told(object), help: try situation["bestaandeHulpverlening"]?.paragraphs() ?? "",
            safety: try safety(object, situation))
    }

    /// Where the first of them lives of whom it is known.
    private static func place(_ situation: MessageElement) throws(ReportMessageFlaw) -> String {
        for one in situation.all("heeftBetrokken") where try one.neededRole?.tells != true {
            let person = one["gerelateerde"]
            let lives = person?["feitelijkVerblijfsadresBinnenland"] ?? person?["formeelVerblijfadresBinnenland"]
            if let address = try lives?.address, !address.isEmpty { return address }
        }
        return ""
    }

    private static func told(_ object: MessageElement) throws(ReportMessageFlaw) -> String {
        var lines = [try object["informering"]?.paragraphs() ?? ""]
        for one in object.all("isGeinformeerdAan") {
            let person = try one["gerelateerde"]?.fullName ?? ""
            let how = [try one["wijzeVanInformering"]?.line(), try one.date("datumGeinformeerd")?.iso]
            lines.append(
                [
                    person, how.compactMap(\.self).joined(separator: " "),
                    try one["strekkingReactie"]?.paragraphs() ?? "",
                ]
                .filter { !$0.isEmpty }.joined(separator: ", "))
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func safety(
        _ object: MessageElement, _ situation: MessageElement
    ) throws(ReportMessageFlaw) -> [SafetyCondition] {
        var safety: [SafetyCondition] = []
        if try object.told("indicatieSASHIngevuld") == "Ja", let level = object["SASHniveau"] {
            guard ["laag", "matig", "hoog"].contains(level.text) else { throw object.flawed("SASHniveau") }
            safety.append(SafetyCondition(.stalking, level.text))
        }
        let told: [(String, SafetyCondition.Kind)] = [
            ("tijdelijkHuisverbod", .banned), ("aanhouding", .arrested), ("aangifte", .charged),
            ("eergerelateerdGeweld", .honour), ("relevanteRegistratie", .recorded),
        ]
        for (name, kind) in told {
            for one in situation.all(name) where !one.text.isEmpty {
                safety.append(SafetyCondition(kind, try one.paragraphs()))
            }
        }
        return safety
    }
}
