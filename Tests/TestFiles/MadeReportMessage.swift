// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Reports as other systems send them (StUF-Jeugdzorg 1.0.9), of which a test says what matters.
package struct MadeReportMessage {
    private static let spaces = """
        xmlns:JZ="http://www.stufstandaarden.nl/koppelvlak/jz0100" xmlns:StUF="http://www.egem.nl/StUF/StUF0301" \
        xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310" xmlns:ZKN="http://www.egem.nl/StUF/sector/zkn/0310" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        """

    package var name: String
    package var sender = "Politie Midden-Nederland"
    package var head = ""
    package var identification = "PL0900-2026123456"
    package var object: String

    /// `vtMeldingDi01`: a quarrel, with a mother, a child and an unborn one.
    package static func vtMelding(facts: String = "Het kind zat op de trap.", sash: String? = "hoog") -> Self {
        Self(name: "vtMeldingDi01", object: vtObject(facts: facts, sash: sash))
    }

    /// `zorgmeldingDi01`: its worry stands in a document.
    package static func zorgmelding(_ document: [UInt8], named file: String = "melding.pdf") -> Self {
        Self(
            name: "zorgmeldingDi01", object: zorgmeldingObject(Data(document).base64EncodedString(), file))
    }

    /// The message with something else in it.
    package func changed(_ change: (inout Self) -> Void) -> Self {
        var made = self
        change(&made)
        return made
    }

    package var text: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>\(head)
        <JZ:\(name) \(Self.spaces)>
        <JZ:stuurgegevens>
        <StUF:berichtcode>Di01</StUF:berichtcode>
        <StUF:zender><StUF:organisatie>\(sender)</StUF:organisatie><StUF:applicatie>CORV</StUF:applicatie></StUF:zender>
        <StUF:ontvanger><StUF:organisatie>Gebiedsteam</StUF:organisatie><StUF:applicatie>Rondom</StUF:applicatie></StUF:ontvanger>
        <StUF:referentienummer>R-77</StUF:referentienummer>
        <StUF:tijdstipBericht>202611201030</StUF:tijdstipBericht>
        <StUF:functie>\(name)</StUF:functie>
        </JZ:stuurgegevens>
        \(object.replacing("IDENTIFICATION", with: identification))
        </JZ:\(name)>
        """
    }

    package var bytes: [UInt8] { Array(text.utf8) }

    private static func vtObject(facts: String, sash: String?) -> String {
        """
        <JZ:object StUF:entiteittype="VTM">
        <JZ:identificatieVtMelding>IDENTIFICATION</JZ:identificatieVtMelding>
        <JZ:datumMelding>20261120</JZ:datumMelding>
        <JZ:datumIncident>20261119</JZ:datumIncident>
        <JZ:locatieIncident>Thuis</JZ:locatieIncident>
        <JZ:omschrijvingIncident>Buren belden om geschreeuw.</JZ:omschrijvingIncident>
        <JZ:indicatieAgenderingAfstemmingsoverlegGewenst>Nee</JZ:indicatieAgenderingAfstemmingsoverlegGewenst>
        <JZ:contactgegevensVerdiepingOpInfo><JZ:naamContactpersoon>Agent Smit</JZ:naamContactpersoon>\
        <JZ:telefoonnummer>0900 8844</JZ:telefoonnummer></JZ:contactgegevensVerdiepingOpInfo>
        <JZ:informering>Moeder weet het.</JZ:informering>
        <JZ:indicatieSASHIngevuld>\(sash == nil ? "Nee" : "Ja")</JZ:indicatieSASHIngevuld>
        \(sash.map { "<JZ:SASHniveau>\($0)</JZ:SASHniveau>" } ?? "")
        <JZ:betreft StUF:entiteittype="VTMZOS"><JZ:gerelateerde StUF:entiteittype="ZOS">
        <JZ:omschrijvingZorgelijkeSituatie>\(facts)</JZ:omschrijvingZorgelijkeSituatie>
        <JZ:aanvullendeInformatie>Het lijkt vaker te gebeuren.</JZ:aanvullendeInformatie>
        <JZ:bestaandeHulpverlening>De Brug helpt moeder.</JZ:bestaandeHulpverlening>
        <JZ:tijdelijkHuisverbod>Vader, tot 30 november.</JZ:tijdelijkHuisverbod>
        \(involved("123456782", "Vos", "Saar", "jeugdige", born: "20150304", lives: true))
        \(involved("111222333", "Vos", "Marit", "ouder met gezag", born: "19880101"))
        </JZ:gerelateerde></JZ:betreft>
        <JZ:isGeinformeerdAan StUF:entiteittype="VTMNPS"><JZ:gerelateerde StUF:entiteittype="NPS">\
        <BG:volledigeNaam>Marit Vos</BG:volledigeNaam></JZ:gerelateerde>\
        <JZ:wijzeVanInformering>mondeling</JZ:wijzeVanInformering><JZ:indicatieGereageerd>Ja</JZ:indicatieGereageerd>\
        <JZ:strekkingReactie>Zij wil hulp.</JZ:strekkingReactie></JZ:isGeinformeerdAan>
        <JZ:isIngediendDoor StUF:entiteittype="VTMBTR"><JZ:gerelateerde><ZKN:naam>Politie Midden-Nederland</ZKN:naam>\
        </JZ:gerelateerde></JZ:isIngediendDoor>
        </JZ:object>
        """
    }

    private static func involved(
        _ number: String, _ family: String, _ given: String, _ role: String, born: String, lives: Bool = false
    ) -> String {
        let address = """
            <BG:feitelijkVerblijfsadresBinnenland><BG:wpl.woonplaatsNaam>Utrecht</BG:wpl.woonplaatsNaam>\
            <BG:gor.openbareRuimteNaam>Hoogstraat</BG:gor.openbareRuimteNaam><BG:aoa.postcode>3511AB</BG:aoa.postcode>\
            <BG:aoa.huisnummer>9</BG:aoa.huisnummer></BG:feitelijkVerblijfsadresBinnenland>
            """
        return """
            <JZ:heeftBetrokken StUF:entiteittype="ZOSNPS"><JZ:gerelateerde StUF:entiteittype="NPS">
            <BG:inp.bsn>\(number)</BG:inp.bsn><BG:geslachtsnaam>\(family)</BG:geslachtsnaam>
            <BG:voornamen>\(given)</BG:voornamen><BG:geslachtsaanduiding>V</BG:geslachtsaanduiding>
            <BG:geboortedatum StUF:indOnvolledigeDatum="V">\(born)</BG:geboortedatum>
            \(lives ? address : "")
            </JZ:gerelateerde><JZ:jeugzorgrol>\(role)</JZ:jeugzorgrol></JZ:heeftBetrokken>
            """
    }

    private static func zorgmeldingObject(_ document: String, _ file: String) -> String {
        """
        <JZ:object StUF:entiteittype="ZAK">
        <ZKN:kenmerk><ZKN:kenmerk>IDENTIFICATION</ZKN:kenmerk><ZKN:bron>Zorgmelding</ZKN:bron></ZKN:kenmerk>
        <StUF:extraElementen><StUF:extraElement naam="Leefgebied">Gezin</StUF:extraElement></StUF:extraElementen>
        <ZKN:isVan StUF:entiteittype="ZAKZKT"><ZKN:gerelateerde StUF:entiteittype="ZKT">\
        <ZKN:omschrijvingGeneriek>Signaal behandelen</ZKN:omschrijvingGeneriek></ZKN:gerelateerde></ZKN:isVan>
        <ZKN:heeftBetrekkingOp StUF:entiteittype="ZAKOBJ"><ZKN:gerelateerde StUF:entiteittype="OBJ">
        <ZKN:natuurlijkPersoon StUF:entiteittype="NPS"><BG:inp.bsn>123456782</BG:inp.bsn>\
        <BG:geslachtsnaam>Vos</BG:geslachtsnaam><BG:voornamen>Saar</BG:voornamen>\
        <BG:geboortedatum StUF:indOnvolledigeDatum="V">20150304</BG:geboortedatum></ZKN:natuurlijkPersoon>
        </ZKN:gerelateerde><ZKN:omschrijving>jeugdige</ZKN:omschrijving></ZKN:heeftBetrekkingOp>
        <ZKN:heeftAlsBelanghebbende StUF:entiteittype="ZAKBTRBLH"><ZKN:gerelateerde StUF:entiteittype="BTR">\
        <ZKN:natuurlijkPersoon StUF:entiteittype="NPS"><BG:inp.bsn>111222333</BG:inp.bsn>\
        <BG:geslachtsnaam>Vos</BG:geslachtsnaam><BG:voornamen>Marit</BG:voornamen></ZKN:natuurlijkPersoon>\
        </ZKN:gerelateerde><ZKN:code>112</ZKN:code><ZKN:omschrijving>ouder</ZKN:omschrijving>\
        </ZKN:heeftAlsBelanghebbende>
        <ZKN:heeftAlsInitiator StUF:entiteittype="ZAKBTRINI"><ZKN:gerelateerde StUF:entiteittype="BTR">\
        <ZKN:nietNatuurlijkPersoon StUF:entiteittype="NNP"><BG:statutaireNaam>Politie Midden-Nederland\
        </BG:statutaireNaam></ZKN:nietNatuurlijkPersoon></ZKN:gerelateerde>
        <ZKN:heeftAlsAanspreekpunt StUF:entiteittype="ZAKBTRINICTP"><ZKN:gerelateerde StUF:entiteittype="CTP">\
        <ZKN:naam>Agent Smit</ZKN:naam><ZKN:telefoonnummer>0900 8844</ZKN:telefoonnummer></ZKN:gerelateerde>\
        </ZKN:heeftAlsAanspreekpunt></ZKN:heeftAlsInitiator>
        <ZKN:heeftRelevant StUF:entiteittype="ZAKEDC"><ZKN:gerelateerde StUF:entiteittype="EDC">
        <ZKN:dct.omschrijving>Zorgmelding</ZKN:dct.omschrijving><ZKN:creatiedatum>20261120</ZKN:creatiedatum>
        <ZKN:titel>Zorg om Saar</ZKN:titel>
        <ZKN:inhoud StUF:bestandsnaam="\(file)">\(document)</ZKN:inhoud>
        </ZKN:gerelateerde></ZKN:heeftRelevant>
        </JZ:object>
        """
    }
}
