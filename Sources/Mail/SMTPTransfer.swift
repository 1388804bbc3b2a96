// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CCurl

/// One letter on its way to the server, by libcurl; it blocks until the server answered or patience ended.
final class SMTPTransfer {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let letter: [UInt8]
    private var taken = 0
    private var stage = Delivery.Stage.sender

    private init(_ letter: [UInt8]) { self.letter = letter }

    /// Sends a letter on a connection of its own.
    static func send(_ letter: Letter, to server: MailServer) -> Delivery {
        guard isReady, let curl = curl_easy_init() else { return .later(nil) }
        defer { curl_easy_cleanup(curl) }
        let recipients = curl_slist_append(nil, letter.to.wire)
        defer { curl_slist_free_all(recipients) }
        let transfer = SMTPTransfer(letter.bytes)
        let answers = [
            set(server, introducing: letter.from.domain, curl), set(server.login, curl),
            [
                curl_set_text(curl, CURLOPT_MAIL_FROM, letter.from.wire),
                curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients),
                curl_set_number(curl, CURLOPT_UPLOAD, 1),
            ], transfer.listen(curl),
        ]
        guard answers.joined().allSatisfy({ $0 == CURLE_OK }) else { return .later(nil) }
        _ = withExtendedLifetime(transfer) { curl_easy_perform(curl) }
        return Delivery(answer: curl_response_code(curl), at: transfer.stage)
    }

    private static func set(_ server: MailServer, introducing name: String, _ curl: UnsafeMutableRawPointer)
        -> [CURLcode]
    {
        let security = server.line == .plain ? CURLUSESSL_NONE : CURLUSESSL_ALL
        var answers = [
            curl_set_text(curl, CURLOPT_URL, server.address(introducing: name)),
            curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            // What the environment says of proxies is for browsing.
            curl_set_text(curl, CURLOPT_PROXY, ""),
            curl_set_number(curl, CURLOPT_NOSIGNAL, 1),
            curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, server.patience.connecting),
            curl_set_number(curl, CURLOPT_TIMEOUT, server.patience.inAll),
            curl_set_number(curl, CURLOPT_USE_SSL, Int(security.rawValue)),
            curl_set_number(curl, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1), curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2),
        ]
        if let authorities = server.authorities {
            answers.append(curl_set_text(curl, CURLOPT_CAINFO, authorities))
            answers.append(curl_set_text(curl, CURLOPT_CAPATH, nil))
        }
        return answers
    }

    private static func set(_ login: MailServer.Login?, _ curl: UnsafeMutableRawPointer) -> [CURLcode] {
        guard let login else { return [] }
        return [
            curl_set_text(curl, CURLOPT_USERNAME, login.user), curl_set_text(curl, CURLOPT_PASSWORD, login.password),
        ]
    }

    // MARK: What libcurl calls

    private func listen(_ curl: UnsafeMutableRawPointer) -> [CURLcode] {
        let own = Unmanaged.passUnretained(self).toOpaque()
        return [
            curl_set_reader(curl, { room, size, count, from in SMTPTransfer.of(from).read(room, size * count) }, own),
            curl_set_listener(
                curl, { _, kind, said, size, to in SMTPTransfer.of(to).hear(kind, said, size) }, own),
            curl_set_number(curl, CURLOPT_VERBOSE, 1),
        ]
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> SMTPTransfer {
        guard let pointer else { preconditionFailure("libcurl hands back what it was given") }
        return Unmanaged<SMTPTransfer>.fromOpaque(pointer).takeUnretainedValue()
    }

    private func read(_ room: UnsafeMutablePointer<CChar>?, _ size: Int) -> Int {
        let count = min(size, letter.count - taken)
        guard let room, count > 0 else { return 0 }
        letter[taken..<taken + count].withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: room, count: count).copyMemory(from: bytes)
        }
        taken += count
        return count
    }

    /// Listens to our own commands, for their first word alone: how far the conversation came.
    private func hear(_ kind: curl_infotype, _ said: UnsafeMutablePointer<CChar>?, _ size: Int) -> CInt {
        guard kind == CURLINFO_HEADER_OUT, let said, size >= 4 else { return 0 }
        let word = String(decoding: UnsafeRawBufferPointer(start: said, count: 4), as: UTF8.self)
        switch word {
        case "RCPT": stage = .recipient
        case "DATA": stage = .letter
        default: break
        }
        return 0
    }
}
