// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `What tells of whom a text is` {
    private static let known = Telltales(
        names: ["Noor de Wit", "Zoë Yıldız", "Roos van den Berg", "Łukasz Żuk", "Bo"],
        births: ["2014-05-03", "2011-11-00", "2009-12-31"].compactMap(BirthDate.init(_:)))

    @Test(arguments: [
        ("Een meisje van 12 slaapt slecht.", []),
        ("NOOR slaapt slecht.", ["NOOR"]),
        ("Noors moeder en Noor's vader", ["Noors", "Noor"]),
        ("Noordwijk is geen naam", []),
        ("zoe en Zoë", ["zoe", "Zoë"]),
        ("mevrouw Wit, van den Berg", ["Wit", "Berg"]),
        ("van den en de", []),
        ("Bo is te kort om iemand aan te herkennen", []),
        ("lukasz? Łukasz!", ["Łukasz"]),
        ("Zij geeft haar rozen, roos voor roos", ["roos"]),
    ])
    func `is a name, whole and however it is written`(text: String, names: [String]) {
        #expect(Self.known.found(in: text) == names.map { .name($0) })
    }

    @Test(arguments: [
        ("geboren op 3-5-2014", ["3-5-2014"]),
        ("03/05/2014, of 3.5.14", ["03/05/2014", "3.5.14"]),
        ("2014-05-03", ["2014-05-03"]),
        ("3 mei 2014 en 3 May 2014", ["3 mei 2014", "3 May 2014"]),
        ("31 dec. 2009", ["31 dec. 2009"]),
        ("5-3-2014", []),
        ("1 november 2011", []),
        ("99-99-2014 en 31-31-31", []),
    ])
    func `is a day of birth, in figures or words`(text: String, days: [String]) {
        #expect(Self.known.found(in: text) == days.map { .birth($0) })
    }

    @Test(arguments: [
        ("999990019", true), ("999 990 019", true), ("9999.90.019", true), ("123456782", true),
        ("123456789", false), ("000000000", false), ("06-12345678", false), ("12345678901", false),
    ])
    func `is a citizen service number of anybody`(number: String, isOne: Bool) {
        #expect(Self.known.found(in: "Nummer \(number).") == (isOne ? [.citizenNumber(number)] : []))
    }

    @Test(arguments: [
        ("BSN123456782", "123456782"), ("bsn:999 990 019x", "999 990 019"), ("A1123456782", nil),
    ])
    func `is such a number with letters against it, too`(text: String, number: String?) {
        #expect(Self.known.found(in: text) == [number].compactMap(\.self).map { .citizenNumber($0) })
    }

    @Test func `is nothing for who knows nobody`() {
        #expect(Telltales(names: [], births: []).found(in: "Noor, 3-5-2014") == [])
    }
}
