// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import FoundationXML

/// One element of a document: what it holds, and the line it began on.
struct MessageElement {
    let name: String
    let line: Int
    /// By their names without name spaces.
    let attributes: [String: String]
    fileprivate(set) var text = ""
    fileprivate(set) var children: [MessageElement] = []

    fileprivate init(_ name: String, line: Int, _ attributes: [String: String]) {
        (self.name, self.line) = (name, line)
        self.attributes = Dictionary(
            attributes.map { ($0.key.split(separator: ":").last.map(String.init) ?? $0.key, $0.value) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The first element down a path; nil where there is none.
    subscript(path: String...) -> MessageElement? {
        var element: MessageElement? = self
        for step in path { element = element?.children.first { $0.name == step } }
        return element
    }

    func all(_ name: String) -> [MessageElement] { children.filter { $0.name == name } }
}

/// Builds the elements of a small document.
final class MessageElements: NSObject, XMLParserDelegate {
    /// Deeper no message goes.
    private static let deepest = 16

    private var open: [MessageElement] = []
    private var root: MessageElement?
    private(set) var space: String?
    private var faultLine: Int?

    /// The outermost element of a document, and the name space it is in.
    ///
    /// - Throws: ``DocumentFlaw``
    static func read(_ bytes: [UInt8]) throws(DocumentFlaw) -> (root: MessageElement, space: String?) {
        // Read in another encoding it could say something else than what is looked at here.
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self), isInUTF8(text) else {
            throw .notXML(line: nil)
        }
        // The parser opens nothing from elsewhere, but expands what is defined here.
        guard !text.contains("<!DOCTYPE"), !text.contains("<!ENTITY") else { throw .documentType }
        let parser = XMLParser(data: Data(bytes))
        parser.shouldProcessNamespaces = true
        let elements = MessageElements()
        parser.delegate = elements
        // It goes on after some faults, and says so only here.
        guard parser.parse(), parser.parserError == nil, let root = elements.root else {
            throw .notXML(line: elements.faultLine)
        }
        return (root, elements.space)
    }

    private static func isInUTF8(_ text: String) -> Bool {
        guard let declared = text.firstMatch(of: /^\u{FEFF}?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/) else {
            return true
        }
        return declared.1.uppercased() == "UTF-8"
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if open.isEmpty { space = namespaceURI }
        guard open.count < Self.deepest else { return parser.abortParsing() }
        open.append(MessageElement(name, line: parser.lineNumber, attributes))
    }

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
        faultLine = faultLine ?? parser.lineNumber
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard var element = open.popLast() else { return }
        element.text = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !open.isEmpty else {
            root = element
            return
        }
        open[open.count - 1].children.append(element)
    }
}
