// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Files
import Hummingbird
import PeopleWeb
import Site

/// A report as it was sent: what was typed, and the files that came along.
struct SentReport {
    let form: FormBody
    let files: [ReportFile]
    /// Why they can't all be taken.
    let error: FieldError?
    /// Whether any was chosen: they are lost when something else must be mended first.
    let hasFiles: Bool

    /// Whether its files take a place in the room, to be left once they are kept.
    let isInRoom: Bool

    init(_ request: Request, _ room: ReportRoom, _ language: Language) async throws {
        guard MultipartForm.isIn(request) else {
            (form, files, error) = (try await FormBody.read(request, limit: 128 * 1_024), [], nil)
            (hasFiles, isInRoom) = (false, false)
            return
        }
        var taking = ReportFileTaking(room: room, language: language)
        let limits = FormPartLimits(
            files: ReportFile.most, fieldBytes: 128 * 1_024, fileBytes: ReportFile.mostBytes)
        do {
            form = try await MultipartForm.read(request, limits: limits) { try await taking.take($0) }
            error = taking.error
        } catch let flaw as FormPartFlaw {
            let words = language.reportMessages
            form = FormBody(fields: taking.fields)
            error = FieldError("file", flaw == .tooManyFiles ? words.reportFilesTooMany : words.reportFileTooLarge)
        } catch {
            if taking.isInRoom { await room.leave() }
            throw error
        }
        (files, hasFiles, isInRoom) = (taking.files, taking.hasFiles, taking.isInRoom)
    }
}

/// Takes in the files of a form, each once it is whole.
private struct ReportFileTaking {
    let room: ReportRoom
    let language: Language
    private(set) var fields: [String: [String]] = [:]
    private(set) var files: [ReportFile] = []
    private(set) var error: FieldError?
    private(set) var hasFiles = false
    private(set) var isInRoom = false
    private var name = ""
    private var bytes: [UInt8] = []

    init(room: ReportRoom, language: Language) { (self.room, self.language) = (room, language) }

    mutating func take(_ piece: FormPiece) async throws {
        switch piece {
        case .field(let name, let text):
            fields[name, default: []].append(text)
        case .fileBegan(let part):
            guard part.name == "file" else { throw Problem.malformed }
            (name, bytes) = (part.filename ?? "", [])
            // A field in which nothing was chosen is sent as a file without a name.
            if !name.isEmpty, !isInRoom { isInRoom = await room.enter() }
        case .fileBytes(let more): if isInRoom { bytes += more }
        case .fileEnded: finish()
        }
    }

    private mutating func finish() {
        guard !name.isEmpty else { return }
        hasFiles = true
        guard isInRoom else {
            error = error ?? FieldError("file", language.reportMessages.reportFilesBusy)
            return
        }
        do { files.append(try ReportFile(named: name, number: files.count + 1, bytes)) } catch {
            self.error = self.error ?? FieldError("file", refused(error))
        }
        bytes = []
    }

    private func refused(_ flaw: FileFlaw) -> String {
        flaw == .unknownKind
            ? language.reportMessages.reportFileOther : language.attachments.refused(String(name.prefix(60)), flaw)
    }
}

/// How many reports with files are taken in at once: they lie in memory until they are kept, and who sends them is not
/// known.
///
/// A report without files needs no place: whoever fills the room keeps nobody from reporting.
package actor ReportRoom {
    package static let most = 16

    private var taken = 0

    package init() {}

    /// Whether there was a place, which is taken now.
    package func enter() -> Bool {
        guard taken < Self.most else { return false }
        taken += 1
        return true
    }

    /// Gives a place back.
    package func leave() { taken -= 1 }
}
