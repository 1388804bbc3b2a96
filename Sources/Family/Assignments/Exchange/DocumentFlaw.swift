// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Why bytes are no document that is read, whatever it would say.
enum DocumentFlaw: Error, Hashable, Sendable {
    /// It is no well-formed XML in UTF-8; nil where no line can be named.
    case notXML(line: Int?)
    /// It defines a document type or entities.
    case documentType
}
