// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import Hummingbird

/// What arrives of a form in several parts: fields whole, files in pieces.
package enum FormPiece: Hashable, Sendable {
    case field(String, String)
    case fileBegan(FormPart)
    case fileBytes([UInt8])
    case fileEnded
}

/// A form in several parts (`multipart/form-data`), as browsers send it when it has a field for files.
package enum MultipartForm {
    /// Whether a request carries such a form.
    package static func isIn(_ request: Request) -> Bool {
        request.headers[.contentType]?.split(separator: ";").first?.lowercased() == "multipart/form-data"
    }

    /// Hands on the pieces of the form in a request as they arrive, and answers with all fields.
    ///
    /// Among the fields each file stands by the digest of its name and bytes, so that the name of the sending
    /// (``FormBody/sending``) tells other files apart, too.
    ///
    /// - Throws: ``Problem``, ``FormPartFlaw/fileTooLarge`` or ``FormPartFlaw/tooManyFiles`` (what a person can mend),
    ///   or what `take` throws.
    package static func read(
        _ request: Request, limits: FormPartLimits = FormPartLimits(), _ take: (FormPiece) async throws -> Void
    ) async throws -> FormBody {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limits.bodyBytes {
            throw Problem(.tooLarge)
        }
        var reading = FormReading()
        var parser = try parser(of: request, limits)
        for try await buffer in request.body {
            var pieces: [FormPiece] = []
            do {
                try parser.take(buffer.readableBytesView) { event in
                    if let piece = try reading.next(event) { pieces.append(piece) }
                }
            } catch let flaw as FormPartFlaw {
                for piece in pieces { try await take(piece) }
                throw problem(flaw) ?? flaw
            }
            for piece in pieces { try await take(piece) }
        }
        do { try parser.finish() } catch { throw Problem.malformed }
        return FormBody(fields: reading.fields)
    }

    static func parser(of request: Request, _ limits: FormPartLimits) throws(Problem) -> FormPartParser {
        guard isIn(request), let type = request.headers[.contentType], let boundary = boundary(in: type) else {
            throw .malformed
        }
        do { return try FormPartParser(boundary: boundary, limits: limits) } catch { throw .malformed }
    }

    /// The one parameter of the type, in quotes or not.
    private static func boundary(in type: String) -> String? {
        let parameters = type.split(separator: ";").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
        let found = parameters.filter { $0.lowercased().hasPrefix("boundary=") }
        guard found.count == 1, var boundary = found.first?.dropFirst(9) else { return nil }
        if boundary.hasPrefix("\"") {
            guard boundary.count > 2, boundary.hasSuffix("\"") else { return nil }
            boundary = boundary.dropFirst().dropLast()
        }
        return String(boundary)
    }

    /// The answer to what no browser sends; nil for what a person can mend.
    private static func problem(_ flaw: FormPartFlaw) -> Problem? {
        switch flaw {
        case .fileTooLarge, .tooManyFiles: nil
        case .fieldTooLarge, .tooManyParts: Problem(.tooLarge)
        case .boundary, .header, .name, .cutOff: .malformed
        }
    }
}

/// Fields as they become whole, while files go by.
private struct FormReading {
    private(set) var fields: [String: [String]] = [:]
    private var part: FormPart?
    private var text: [UInt8] = []
    private var hash = SHA256()

    mutating func next(_ event: FormPartParser.Event) throws -> FormPiece? {
        switch event {
        case .began(let began):
            part = began
            text = []
            guard let filename = began.filename else { return nil }
            hash = SHA256()
            hash.update(data: Data("\(filename.utf8.count):\(filename)".utf8))
            return .fileBegan(began)
        case .bytes(let bytes):
            guard part?.isFile == true else {
                text += bytes
                return nil
            }
            hash.update(data: bytes)
            return .fileBytes(bytes)
        case .ended: return try ended()
        }
    }

    private mutating func ended() throws -> FormPiece? {
        guard let part else { return nil }
        guard !part.isFile else {
            fields[part.name, default: []].append(hash.finalize().map { String($0, radix: 16) }.joined(separator: "."))
            return .fileEnded
        }
        guard !text.contains(0), let value = String(validating: text, as: UTF8.self) else { throw Problem.malformed }
        fields[part.name, default: []].append(value)
        return .field(part.name, value)
    }
}
