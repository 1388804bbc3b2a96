// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Files
import Kernel
import Paper
import PeopleRules
import Site

/// Makes the copies that were asked for, one after another, in the one process that has the lease.
///
/// Each piece is sealed and on disk before the next is made, so little lies in memory. A process that stops leaves one
/// half made: who takes the lease begins it anew.
package struct FullCopyMaker: Sendable {
    private let dossiers: Dossiers
    private let press: PaperPress
    private let clock: Clock
    private let report: @Sendable (any Error) -> Void

    package init(
        _ dossiers: Dossiers, _ press: PaperPress, _ clock: Clock, report: @escaping @Sendable (any Error) -> Void
    ) {
        (self.dossiers, self.press, self.clock, self.report) = (dossiers, press, clock, report)
    }

    /// Runs until its task is cancelled.
    package func run() async {
        for await _ in dossiers.database.announcements() {
            guard !Task.isCancelled else { return }
            do {
                guard try await dossiers.fullCopiesWait(at: clock.now()) else { continue }
                guard let lease = try await dossiers.database.lease("full copies") else { continue }
                do { try await makeAll() } catch { report(error) }
                await lease.release()
            } catch { report(error) }
        }
    }

    /// Makes all that wait, after what another process left.
    package func makeAll() async throws {
        try await dossiers.takeUpFullCopies(at: clock.now())
        while !Task.isCancelled, let job = try await dossiers.beginFullCopy(at: clock.now()) { try await make(job) }
    }

    /// Makes one anew at once, as what its reader may read changed since it was made.
    func makeAnew(_ copy: FullCopy, in family: ID<Family>) async throws {
        guard let job = try await dossiers.beginAnew(copy, in: family, at: clock.now()) else { return }
        try await make(job)
    }

    /// Makes one.
    ///
    /// What can't be made is begun again, or given up when it failed too often, so that others don't wait for it.
    private func make(_ job: FullCopyToMake) async throws {
        do {
            var work = FullCopyWork(job, dossiers, press, clock)
            try await work.carryOut()
        } catch let error as ZipWriter.TooLarge {
            try await dossiers.interrupt(job, isFinal: true, at: clock.now())
            report(error)
        } catch {
            let isStopped = Task.isCancelled || error is CancellationError
            // A task that was cancelled writes nothing itself any more.
            let (dossiers, now) = (dossiers, clock.now())
            try await Task {
                try await dossiers.interrupt(
                    job, isFinal: error as? PaperRefusal == .noFonts, isStopped: isStopped, at: now)
            }.value
            if !(error is FullCopyGone), !isStopped { report(error) }
        }
    }
}

/// One copy while it is made.
struct FullCopyWork {
    private let job: FullCopyToMake
    private let dossiers: Dossiers
    private let press: PaperPress
    /// As of when it is; of which the copy tells the day alone.
    private let now: Moment
    private let clock: Clock
    private var done = 0
    private var all = 1

    init(_ job: FullCopyToMake, _ dossiers: Dossiers, _ press: PaperPress, _ clock: Clock) {
        (self.job, self.dossiers, self.press, self.clock, now) = (job, dossiers, press, clock, clock.now())
    }

    mutating func carryOut() async throws {
        let language = Language(rawValue: job.language) ?? .nl
        let (now, vault, person) = (now, dossiers.vault, job.copy.person)
        let gathered = try await dossiers.gather(job, at: now) { key, connection in
            (
                try CopiedDossier(about: person, at: now, key, connection, vault),
                try connection.seenAs(key, vault)
            )
        }
        let sought = gathered.0.files(in: language.fullCopies.folder)
        let found = try await sums(of: sought)
        let chapters = CopyChapters(
            dossier: gathered.0, files: found.map(\.file), language: language, now: now)
        let documents = FullCopyDocuments(chapters: chapters)
        let data = Array(documents.data.utf8)
        var papers: [[UInt8]] = []
        for paper in documents.papers { papers.append(try await press.print(paper)) }
        let readable = papers.reduce(data.count) { $0 + $1.count }
        all = max(1, 2 * readable + found.reduce(0) { $0 + $1.file.attachment.size })
        var named: [(file: FullCopy.File, bytes: [UInt8])] = papers.enumerated().map {
            (.paper($0.offset + 1), $0.element)
        }
        named.append((.data, data))
        for (file, bytes) in named { try await keep(file) { pieces in try await pieces.add(bytes) } }
        try await keepArchive(named, found)
        try await dossiers.finish(job, seenAs: gathered.1, at: now)
    }

    /// The files that are still there, with their checksums: what was erased or taken back meanwhile stays out.
    private func sums(of files: [CopiedFile]) async throws -> [(file: CopiedFile, checksum: UInt32)] {
        var found: [(file: CopiedFile, checksum: UInt32)] = []
        for file in files {
            var (checksum, isWhole) = (ZipChecksum(), true)
            for number in 0..<file.attachment.pieces where isWhole {
                let piece = try await dossiers.piece(number, of: file.attachment, about: file.about, for: job, at: now)
                guard let piece else {
                    isWhole = false
                    continue
                }
                checksum.add(piece)
            }
            if isWhole { found.append((file, checksum.value)) }
        }
        return found
    }

    private mutating func keepArchive(
        _ named: [(file: FullCopy.File, bytes: [UInt8])], _ files: [(file: CopiedFile, checksum: UInt32)]
    ) async throws {
        let day = now.day.civil
        let (job, dossiers, now) = (job, dossiers, now)
        try await keep(.archive) { pieces in
            var zip = ZipWriter(day: day, hour: 0, minute: 0)
            for (file, bytes) in named {
                var checksum = ZipChecksum()
                checksum.add(bytes)
                try await pieces.add(try zip.begin(file.name, size: bytes.count, checksum: checksum.value))
                try await pieces.add(bytes)
            }
            for (file, checksum) in files {
                try await pieces.add(try zip.begin(file.path, size: file.attachment.size, checksum: checksum))
                for number in 0..<file.attachment.pieces {
                    let piece = try await dossiers.piece(
                        number, of: file.attachment, about: file.about, for: job, at: now)
                    guard let piece else { throw FullCopyGone() }
                    try await pieces.add(piece)
                }
            }
            try await pieces.add(zip.end())
        }
    }

    private mutating func keep(
        _ file: FullCopy.File, _ fill: (inout FullCopyPieces) async throws -> Void
    ) async throws {
        var pieces = FullCopyPieces(file: file, job: job, dossiers: dossiers, clock: clock, done: done, all: all)
        try await fill(&pieces)
        try await pieces.finish()
        done += pieces.size
    }
}

/// The bytes of one file of a copy, kept piece by piece.
struct FullCopyPieces {
    private static let most = 256 * 1_024

    let file: FullCopy.File
    let job: FullCopyToMake
    let dossiers: Dossiers
    let clock: Clock
    /// Bytes of the whole copy that were kept before, and that there will be.
    let done: Int
    let all: Int
    private(set) var size = 0
    private var count = 0
    private var waiting: [UInt8] = []

    init(file: FullCopy.File, job: FullCopyToMake, dossiers: Dossiers, clock: Clock, done: Int, all: Int) {
        (self.file, self.job, self.dossiers, self.clock) = (file, job, dossiers, clock)
        (self.done, self.all) = (done, all)
    }

    mutating func add(_ bytes: [UInt8]) async throws {
        waiting += bytes
        while waiting.count >= Self.most {
            let piece = Array(waiting.prefix(Self.most))
            waiting.removeFirst(Self.most)
            try await keep(piece)
        }
    }

    mutating func finish() async throws {
        if !waiting.isEmpty || count == 0 { try await keep(waiting) }
        waiting = []
        try await dossiers.finish(file, size: size, pieces: count, for: job)
    }

    private mutating func keep(_ piece: [UInt8]) async throws {
        try Task.checkCancellation()
        size += piece.count
        let percent = min(99, (done + size) * 100 / all)
        try await dossiers.keep(piece, as: count, of: file, percent: percent, for: job, at: clock.now())
        count += 1
    }
}
