// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Foundation
import SwiftCSV

/// Why nothing of a list of people can be read.
package enum NetworkListFlaw: Error, Hashable, Sendable {
    case tooLarge
    /// Not text, such as a workbook of a spreadsheet.
    case notText
    case empty
    /// No column is called a name.
    case noNames
    case tooMany
}

/// Who is around a family, as another system or a spreadsheet wrote it down (*netwerklijst*, CSV).
///
/// Who somebody is, as what, and where they work: addresses, numbers and all else a list may hold are not read.
package struct NetworkList: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let name: String
        /// In the words of the list.
        package let function: String
        package let organisation: String

        package init(name: String, function: String = "", organisation: String = "") {
            (self.name, self.function, self.organisation) = (name, function, organisation)
        }

        /// What that usually is called here.
        package var role: Role? { Role(called: function) }
    }

    /// More than any circle has.
    package static let most = 40
    /// In bytes.
    package static let longest = 128 * 1_024

    package let rows: [Row]

    /// - Throws: ``NetworkListFlaw``
    package init(csv bytes: [UInt8]) throws(NetworkListFlaw) {
        guard bytes.count <= Self.longest else { throw .tooLarge }
        guard var text = Self.text(bytes) else { throw .notText }
        // A spreadsheet may tell its own separator on a line of its own.
        if text.lowercased().hasPrefix("sep=") { text = String(text.drop { !$0.isNewline }.dropFirst()) }
        guard let table = try? CSV<Enumerated>(string: text, loadColumns: false), !table.header.isEmpty else {
            throw .empty
        }
        let columns = NetworkListColumns(table.header)
        guard columns.haveNames else { throw .noNames }
        let rows = table.rows.map(columns.row).filter { $0 != Row(name: "") }
        guard !rows.isEmpty else { throw .empty }
        guard rows.count <= Self.most else { throw .tooMany }
        self.rows = rows
    }

    /// In UTF-8 or UTF-16, or in the characters of Windows, in which spreadsheets of before wrote.
    private static func text(_ bytes: [UInt8]) -> String? {
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let text =
            isWide
            ? String(bytes: bytes, encoding: .utf16)
            : String(bytes: bytes, encoding: .utf8) ?? String(bytes: bytes, encoding: .windowsCP1252)
        guard let text, !text.unicodeScalars.contains("\0") else { return nil }
        return String(text.trimmingPrefix("\u{FEFF}"))
    }
}

/// Where in a list it stands who somebody is.
private struct NetworkListColumns {
    private let name: [Int]
    private let function: [Int]
    private let organisation: [Int]

    /// What columns are called, in the order in which they are put together; in letters only.
    private static let names = ["naam", "volledigenaam", "weergavenaam", "name", "fullname", "displayname"]
    private static let parts = [
        "roepnaam", "voornaam", "voornamen", "firstname", "givenname", "tussenvoegsel", "tussenvoegsels", "achternaam",
        "familienaam", "lastname", "surname",
    ]
    private static let functions = [
        "rol", "relatie", "functie", "beroep", "discipline", "role", "relation", "relationship", "function", "jobtitle",
    ]
    private static let organisations = [
        "organisatie", "instelling", "praktijk", "school", "werkgever", "bedrijf", "organisation", "organization",
        "company",
    ]

    init(_ header: [String]) {
        let called = header.map { $0.lowercased().filter(\.isLetter) }
        let places = { (words: [String]) in words.compactMap { called.firstIndex(of: $0) } }
        let whole = places(Self.names).prefix(1)
        name = whole.isEmpty ? places(Self.parts) : Array(whole)
        function = places(Self.functions)
        organisation = places(Self.organisations)
    }

    var haveNames: Bool { !name.isEmpty }

    func row(_ cells: [String]) -> NetworkList.Row {
        let said = { (places: [Int]) in
            places.compactMap { cells.indices.contains($0) ? cells[$0].trimmingCharacters(in: .whitespaces) : nil }
                .filter { !$0.isEmpty }
        }
        return NetworkList.Row(
            name: said(name).joined(separator: " "), function: said(function).first ?? "",
            organisation: said(organisation).first ?? "")
    }
}
