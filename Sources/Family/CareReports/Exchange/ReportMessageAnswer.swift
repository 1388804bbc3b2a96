// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

/// What goes back to the system from which a report came: the answer, as a message of the same standard.
package struct ReportMessageAnswer {
    private static let spaces: KeyValuePairs<String, String> = [
        "xmlns:JZ": "http://www.stufstandaarden.nl/koppelvlak/jz0100", "xmlns:StUF": "http://www.egem.nl/StUF/StUF0301",
        "xmlns:BG": "http://www.egem.nl/StUF/sector/bg/0310", "xmlns:ZKN": "http://www.egem.nl/StUF/sector/zkn/0310",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    ]

    private let head: ReportMessage.Head
    private let reply: ReportReply
    /// What the report is called at the desk.
    private let number: String
    /// The organisation whose desk it is.
    private let desk: String
    private let sent: Moment

    /// nil where the standard has no words for it: of a zorgmelding that was only seen.
    package init?(_ reply: ReportReply, to head: ReportMessage.Head, number: String, desk: String, at sent: Moment) {
        guard head.kind == .vtMelding || reply != .seen else { return nil }
        (self.head, self.reply, self.number, self.desk, self.sent) = (head, reply, number, desk, sent)
    }

    /// What the file is called.
    package var name: String { function + "-" + number + ".xml" }

    package var xml: [UInt8] {
        let object =
            switch head.kind {
            case .vtMelding: vtObject
            case .zorgmelding: zorgmeldingObject
            }
        return WrittenElement("JZ:" + function, Self.spaces, [steering, object]).document
    }

    private var function: String {
        switch head.kind {
        case .vtMelding: "vtTerugkoppelingDi01"
        case .zorgmelding: "zorgmeldingTerugkoppelingDi01"
        }
    }

    private var steering: WrittenElement {
        WrittenElement(
            "JZ:stuurgegevens",
            [
                WrittenElement("StUF:berichtcode", "Di01"),
                StufHead.party(
                    "zender", ReportMessage.Party(organisation: desk, application: StufHead.application)),
                StufHead.party("ontvanger", head.sender), WrittenElement("StUF:referentienummer", number),
                WrittenElement("StUF:tijdstipBericht", StufHead.time(sent)), WrittenElement("StUF:functie", function),
            ])
    }

    // MARK: VT-terugkoppeling

    private var vtObject: WrittenElement {
        let (status, outcome, said) =
            switch reply {
            case .seen: ("uitkomst veiligheidsbeoordeling", String?.none, "")
            case .watched: ("overdracht", "overdracht", "")
            case .advice(let advice): ("afsluiting zonder overdracht", "geen vervolgstappen nodig", advice)
            }
        return WrittenElement(
            "JZ:object", ["StUF:entiteittype": "ZAK"],
            [
                WrittenElement("ZKN:identificatie", number),
                said.isEmpty ? nil : WrittenElement("ZKN:toelichting", StufHead.cut(said, 1_000)),
                outcome.map { WrittenElement("ZKN:uitkomst", $0) }, WrittenElement("ZKN:status", status),
                WrittenElement(
                    "ZKN:naarAanleidingVan", ["StUF:entiteittype": "ZAKVTM"],
                    [
                        WrittenElement(
                            "ZKN:gerelateerde", ["StUF:entiteittype": "VTM"],
                            [WrittenElement("JZ:identificatieVtMelding", head.identification), watched])
                    ]),
                WrittenElement(
                    "ZKN:isUitgevoerdDoor", ["StUF:entiteittype": "ZAKBTR"],
                    [
                        WrittenElement(
                            "ZKN:gerelateerde",
                            [
                                WrittenElement("ZKN:naam", StufHead.cut(desk, 200)),
                                WrittenElement("ZKN:oinNummer", ["xsi:nil": "true", "StUF:noValue": "waardeOnbekend"]),
                            ])
                    ]),
            ])
    }

    /// Who holds sight of safety now, and whom to call.
    private var watched: WrittenElement? {
        guard let watcher else { return nil }
        return WrittenElement(
            "JZ:betreft", ["StUF:entiteittype": "VTMZOS"],
            [
                WrittenElement(
                    "JZ:gerelateerde", ["StUF:entiteittype": "ZOS"],
                    [
                        WrittenElement(
                            "JZ:contactgegevensVerantwoordelijkeOrganisatie",
                            [
                                WrittenElement("JZ:naamContactpersoon", watcher.name),
                                watcher.phone.map { WrittenElement("JZ:telefoonnummer", $0) },
                            ]),
                        WrittenElement(
                            "JZ:verantwoordelijkVoorZichtOpDeVeiligheidBelegdBij", ["StUF:entiteittype": "ZOSBTR"],
                            [
                                WrittenElement(
                                    "JZ:gerelateerde", [WrittenElement("ZKN:naam", StufHead.cut(watcher.name, 200))])
                            ]),
                    ])
            ])
    }

    private var watcher: Watcher? { if case .watched(let text) = reply { Watcher(text) } else { nil } }

    // MARK: Terugkoppeling op een zorgmelding

    private var zorgmeldingObject: WrittenElement {
        WrittenElement(
            "JZ:object", ["StUF:entiteittype": "ZAK"],
            [
                WrittenElement("ZKN:identificatie", number),
                WrittenElement(
                    "ZKN:kenmerk",
                    [
                        WrittenElement("ZKN:kenmerk", head.identification), WrittenElement("ZKN:bron", "Zorgmelding"),
                    ]),
                result,
                WrittenElement(
                    "ZKN:isVan", ["StUF:entiteittype": "ZAKZKT"],
                    [
                        WrittenElement(
                            "ZKN:gerelateerde", ["StUF:entiteittype": "ZKT"],
                            [WrittenElement("ZKN:omschrijvingGeneriek", "Signaal behandelen")])
                    ]),
                interested,
                WrittenElement(
                    "ZKN:heeftAlsInitiator", ["StUF:entiteittype": "ZAKBTRINI"],
                    [
                        contact(
                            "ZAKBTRINICTP", head.contact.isEmpty ? head.sender.organisation : head.contact, phone: nil)
                    ]),
            ])
    }

    private var result: WrittenElement {
        let said =
            switch reply {
            case .seen, .watched: "Vervolgactie nodig"
            case .advice: "Geen actie nodig"
            }
        return WrittenElement("ZKN:resultaat", [WrittenElement("ZKN:omschrijving", said)])
    }

    /// Who holds sight of safety now, and whom to call.
    private var interested: WrittenElement? {
        guard let watcher else { return nil }
        return WrittenElement(
            "ZKN:heeftAlsBelanghebbende", ["StUF:entiteittype": "ZAKBTRBLH"],
            [
                WrittenElement(
                    "ZKN:gerelateerde", ["StUF:entiteittype": "BTR"],
                    [
                        WrittenElement(
                            "ZKN:vestiging", ["StUF:entiteittype": "VES"],
                            [WrittenElement("BG:handelsnaamVerkort", StufHead.cut(desk, 45))])
                    ]),
                WrittenElement("ZKN:omschrijving", YouthCareRole.contact.rawValue),
                contact("ZAKBTRBLHCTP", watcher.name, phone: watcher.phone),
            ])
    }

    private func contact(_ type: String, _ name: String, phone: String?) -> WrittenElement {
        WrittenElement(
            "ZKN:heeftAlsAanspreekpunt", ["StUF:entiteittype": type],
            [
                WrittenElement(
                    "ZKN:gerelateerde", ["StUF:entiteittype": "CTP"],
                    [
                        WrittenElement("ZKN:naam", StufHead.cut(name, 40)),
                        phone.map { WrittenElement("ZKN:telefoonnummer", $0) },
                    ])
            ])
    }
}
