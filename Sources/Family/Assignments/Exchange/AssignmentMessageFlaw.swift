// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Why a file is no message that can be read; with names of elements and lines of the file, never what stood there.
package enum AssignmentMessageFlaw: Error, Hashable, Sendable {
    case tooLarge
    /// It is no well-formed XML in UTF-8; nil where no line can be named.
    case notXML(line: Int?)
    /// It defines a document type or entities, which messages have no need of and attackers do.
    case documentType
    /// It is no message of this standard, or none of the kinds that are read.
    case otherMessage
    /// Another version than 3.2.
    case otherVersion
    case missing(element: String)
    case wrong(element: String, line: Int)
}
