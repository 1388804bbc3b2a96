// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import Foundation
import Kernel
import Testing

@Suite struct `A list of who is around a family` {
    private typealias Row = NetworkList.Row

    @Test(arguments: [
        "Naam;Rol;Organisatie;Telefoon\nRiet de Wit;oma;;0612345678\nEls Smit;Leerkracht;De Vlinder;\n",
        "\u{FEFF}\"naam\",\"functie\",\"instelling\"\r\n\"Riet de Wit\",\"oma\",\"\"\r\n\"Els Smit\",\"Leerkracht\",\"De Vlinder\"\r\n\r\n",
        "sep=;\nTelefoon;Organisatie;Relatie;Naam\n06;;oma;Riet de Wit\n;De Vlinder;Leerkracht;Els Smit",
        "voornaam\ttussenvoegsel\tachternaam\trelatie\tfunctie\torganisatie\nRiet\tde\tWit\toma\t\t\nEls\t\tSmit\t\tLeerkracht\tDe Vlinder",
        "Full name,Job title,Company\n Riet de Wit , oma ,\nEls Smit,Leerkracht,De Vlinder",
    ])
    func `is read by what its columns are called, and nothing else of it`(text: String) throws {
        let rows = [
            Row(name: "Riet de Wit", function: "oma"),
            Row(name: "Els Smit", function: "Leerkracht", organisation: "De Vlinder"),
        ]
        #expect(try NetworkList(csv: Array(text.utf8)).rows == rows)
    }

    @Test func `is read in the characters in which spreadsheets write`() throws {
        let text = "naam;rol\nZoë Çelik;tante\n"
        for encoding in [String.Encoding.utf8, .windowsCP1252, .utf16] {
            let bytes = try #require(text.data(using: encoding))
            #expect(try NetworkList(csv: Array(bytes)).rows == [Row(name: "Zoë Çelik", function: "tante")])
        }
        let quoted = "naam;rol\n\"Smit; \"\"Els\"\"\";\"juf\"\n"
        #expect(try NetworkList(csv: Array(quoted.utf8)).rows == [Row(name: "Smit; \"Els\"", function: "juf")])
    }

    @Test func `says what is wrong with it`() {
        let many = "naam\n" + String(repeating: "Iemand\n", count: NetworkList.most + 1)
        let flawed: [([UInt8], NetworkListFlaw)] = [
            ([], .empty), (Array("naam;rol\n".utf8), .empty), (Array("naam;rol\n;\n;\n".utf8), .empty),
            (Array("telefoon;rol\n06;oma\n".utf8), .noNames), (Array(many.utf8), .tooMany),
            ([0x50, 0x4B, 3, 4, 0, 0, 0], .notText),
            (Array(repeating: 0x61, count: NetworkList.longest + 1), .tooLarge),
        ]
        for (bytes, flaw) in flawed { #expect(throws: flaw) { try NetworkList(csv: bytes) } }
    }

    @Test(arguments: [
        ("Oma van Noor", Role.grandparent), ("opa", .grandparent), ("huisarts", .generalPractitioner),
        ("POH-GGZ", .practiceNurse), ("Praktijkondersteuner huisarts", .practiceNurse),
        ("IB'er", .schoolCareCoordinator),
        ("zorgcoördinator", .schoolCareCoordinator), ("Juf Els, groep 5", .teacher),
        ("speltherapeut", .specialistTherapist),
        ("GZ-psycholoog", .specialistTherapist), ("gezinsbehandelaar", .specialistTherapist),
        ("Gezinscoach", .familySupport), ("voetbaltrainer", .coach),
        ("buurvrouw", .neighbour), ("gezinsvoogd", .youthProtection), ("Schuldhulpverlener", .debtCounsellor),
        ("medewerker wijkteam", .areaTeamWorker), ("pleegmoeder", .fosterParent), ("stiefvader", .newPartner),
        ("tante", nil), ("internist", nil), ("", nil), ("omani", nil),
    ])
    func `names roles by what people call them`(called: String, role: Role?) {
        #expect(Role(called: called) == role)
    }

    @Test func `covers those of the chosen whom a role is for`() {
        let next = { IDSource.unguessable.next(at: Moment(milliseconds: 1)) as ID<Person> }
        let (child, mother, baby) = (next(), next(), next())
        let adults: Set = [mother]
        #expect(Role.teacher.covers(ofChosen: [child, mother, baby], adults: adults) == [child, baby])
        #expect(Role.debtCounsellor.covers(ofChosen: [child, mother], adults: adults) == [mother])
        #expect(Role.debtCounsellor.covers(ofChosen: [child], adults: adults).isEmpty)
        #expect(Role.areaTeamWorker.covers(ofChosen: [child, mother], adults: adults) == [child, mother])
    }
}
