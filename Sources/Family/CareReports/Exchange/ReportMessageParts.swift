// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

extension MessageElement {
    func inner(_ name: String) throws(ReportMessageFlaw) -> MessageElement {
        guard let part = self[name] else { throw .missing(element: name) }
        return part
    }

    /// A word that must be there.
    func told(_ name: String, longest: Int = 40) throws(ReportMessageFlaw) -> String {
        let part = try inner(name)
        guard !part.text.isEmpty, part.text.count <= longest else { throw .wrong(element: name, line: part.line) }
        return try part.line(limit: longest)
    }

    func flawed(_ name: String) -> ReportMessageFlaw { .wrong(element: name, line: self[name]?.line ?? line) }

    /// Its text on one line; empty where nothing stands.
    func line(limit: Int = 120) throws(ReportMessageFlaw) -> String {
        try plain { text throws(PlainText.Refusal) in try PlainText.line(text, limit: limit) }
    }

    func paragraphs() throws(ReportMessageFlaw) -> String {
        try plain { text throws(PlainText.Refusal) in try PlainText.paragraphs(text, limit: 20_000) }
    }

    private func plain(
        _ read: (String) throws(PlainText.Refusal) -> PlainText
    ) throws(ReportMessageFlaw) -> String {
        guard !text.isEmpty else { return "" }
        do { return try read(text).text } catch { throw .wrong(element: name, line: line) }
    }

    /// A day that is known whole; nil where it is not.
    func date(_ name: String) throws(ReportMessageFlaw) -> Day? {
        guard let part = self[name], !part.text.isEmpty, part.attributes["indOnvolledigeDatum"] ?? "V" == "V" else {
            return nil
        }
        let figures = part.text
        guard figures.count == 8, figures.allSatisfy({ $0.isASCII && $0.isNumber }),
            let day = Day(figures.prefix(4) + "-" + figures.dropFirst(4).prefix(2) + "-" + figures.suffix(2))
        else { throw flawed(name) }
        return day
    }
}

// MARK: Persons

extension MessageElement {
    func person(_ role: YouthCareRole?) throws(ReportMessageFlaw) -> ReportedPerson {
        ReportedPerson(
            kind: role?.kind ?? .unknown, name: try fullName, birth: try date("geboortedatum"), role: role)
    }

    var fullName: String {
        get throws(ReportMessageFlaw) {
            let whole = try self["volledigeNaam"]?.line(limit: 412) ?? ""
            guard whole.isEmpty else { return whole }
            let given = try (self["voornamen"] ?? self["voorletters"])?.line(limit: 200) ?? ""
            let parts = [
                given, try self["voorvoegselGeslachtsnaam"]?.line(limit: 20) ?? "",
                try self["geslachtsnaam"]?.line(limit: 200) ?? "",
            ]
            return Self.joined(parts, " ")
        }
    }

    private static func joined(_ parts: [String], _ between: String) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: between)
    }

    /// As its number says, or else its words; nil where neither is known.
    var role: YouthCareRole? {
        self["code"].flatMap { YouthCareRole(code: $0.text) }
            ?? self["omschrijving"].flatMap { YouthCareRole(rawValue: $0.text) }
    }

    /// The standard spells its name without a d.
    var neededRole: YouthCareRole? {
        get throws(ReportMessageFlaw) {
            let part = try inner("jeugzorgrol")
            guard !part.text.isEmpty else { return nil }
            guard let role = YouthCareRole(rawValue: part.text) else { throw flawed("jeugzorgrol") }
            return role
        }
    }

    /// On one line, as on an envelope.
    var address: String {
        get throws(ReportMessageFlaw) {
            let street = self["gor.straatnaam"] ?? self["gor.openbareRuimteNaam"]
            let number = [self["aoa.huisnummer"], self["aoa.huisletter"], self["aoa.huisnummertoevoeging"]]
            var figures = ""
            for part in number { figures += try part?.line(limit: 20) ?? "" }
            let (town, code) = (self["wpl.woonplaatsNaam"], self["aoa.postcode"])
            let first = Self.joined([try street?.line() ?? "", figures], " ")
            let second = Self.joined([try code?.line() ?? "", try town?.line() ?? ""], " ")
            return Self.joined([first, second], ", ")
        }
    }
}
