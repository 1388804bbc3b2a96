// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

/// What goes back to the system of which a message could not be taken in (StUF 3.01: `Fo03Bericht`, and `Fo02Bericht`
/// where not even its head can be read).
package struct ReportMessageFault {
    private static let spaces: KeyValuePairs<String, String> = ["xmlns:StUF": "http://www.egem.nl/StUF/StUF0301"]

    private let flaw: ReportMessageFlaw
    private let head: ReportMessage.Head?
    private let desk: String
    private let reference: String
    private let sent: Moment

    /// - Parameters:
    ///   - bytes: the message.
    ///   - reference: what the answer is called here.
    package init(_ flaw: ReportMessageFlaw, of bytes: [UInt8], desk: String, reference: String, at sent: Moment) {
        (self.flaw, self.desk, self.reference, self.sent) = (flaw, desk, reference, sent)
        head = ReportMessage.Head(ofKept: bytes)
    }

    /// What the file is called.
    package var name: String { code + "-" + reference + ".xml" }

    private var code: String { head == nil ? "Fo02" : "Fo03" }

    package var xml: [UInt8] {
        let steering = [WrittenElement("StUF:berichtcode", code)] + (head.map(answering) ?? [])
        return WrittenElement(
            "StUF:" + code + "Bericht", Self.spaces,
            [
                WrittenElement("StUF:stuurgegevens", steering),
                WrittenElement(
                    "StUF:body",
                    [
                        WrittenElement("StUF:code", cause.code), WrittenElement("StUF:plek", cause.place),
                        WrittenElement("StUF:omschrijving", cause.text),
                        details.map { WrittenElement("StUF:details", $0) },
                    ]),
            ]
        ).document
    }

    private func answering(_ head: ReportMessage.Head) -> [WrittenElement] {
        [
            StufHead.party("zender", ReportMessage.Party(organisation: desk, application: StufHead.application)),
            StufHead.party("ontvanger", head.sender), WrittenElement("StUF:referentienummer", reference),
            WrittenElement("StUF:tijdstipBericht", StufHead.time(sent)),
            WrittenElement("StUF:crossRefnummer", head.reference),
        ]
    }

    /// In the words of the standard.
    private var cause: (code: String, place: String, text: String) {
        switch flaw {
        case .otherMessage, .sameName:
            ("StUF058", "server", "Proces voor afhandelen bericht geeft fout")
        case .tooLarge, .notXML, .documentType, .missing, .wrong:
            ("StUF055", "client", "Berichtbody is niet conform schema in sectormodel")
        }
    }

    private var details: String? {
        switch flaw {
        case .tooLarge: "8 MB"
        case .notXML(let line): line.map { "XML, regel \($0)" } ?? "XML, UTF-8"
        case .documentType: "DOCTYPE"
        case .otherMessage: ReportMessage.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        case .missing(let element): "\(element): ontbreekt"
        case .wrong(let element, let line): "\(element), regel \(line)"
        case .sameName: "identificatie"
        }
    }
}
