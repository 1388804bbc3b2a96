// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What one part of a form in several parts is: a field, or a file (RFC 7578).
package struct FormPart: Hashable, Sendable {
    package let name: String
    /// As the browser gave it, unless it is a field; nothing may be concluded from it.
    package let filename: String?
    /// What the browser takes it for; nothing may be concluded from it, either.
    package let type: String?

    package init(name: String, filename: String? = nil, type: String? = nil) {
        self.name = name
        self.filename = filename
        self.type = type
    }

    package var isFile: Bool { filename != nil }
}

/// What is not right about a form in several parts.
package enum FormPartFlaw: Error, Hashable, Sendable {
    /// The boundary is missing, too long, or not followed by what must follow.
    case boundary
    case header
    case name
    case tooManyParts
    case tooManyFiles
    case fieldTooLarge
    case fileTooLarge
    /// It ended before its end.
    case cutOff
}

/// How much of a form in several parts is taken in.
package struct FormPartLimits: Hashable, Sendable {
    package let parts: Int
    package let files: Int
    /// All header lines of one part.
    package let headerBytes: Int
    /// All fields together.
    package let fieldBytes: Int
    /// One file.
    package let fileBytes: Int

    package init(
        parts: Int = 64, files: Int = 5, headerBytes: Int = 4_096, fieldBytes: Int = 256 * 1_024,
        fileBytes: Int = 20 * 1_024 * 1_024
    ) {
        self.parts = parts
        self.files = files
        self.headerBytes = headerBytes
        self.fieldBytes = fieldBytes
        self.fileBytes = fileBytes
    }

    /// The longest body in which all of that fits.
    package var bodyBytes: Int { files * fileBytes + fieldBytes + parts * (headerBytes + 256) }
}
