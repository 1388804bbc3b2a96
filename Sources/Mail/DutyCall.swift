// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CCurl
import Foundation
import NIOPosix

/// Rings the phone of whoever is on duty, by a gateway that turns a request into a call (a webhook).
///
/// Nothing of a report goes along: the name of the desk, and how often it rang.
package struct DutyCall: Sendable {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    /// A gateway that does not answer by then is asked again later.
    private static let patience = 10

    private let address: String
    private let threads: NIOThreadPool

    /// A gateway at an address over https, or over http on this very machine; nil for any other.
    package init?(_ address: String) {
        guard let url = URL(string: address), let host = url.host, !host.isEmpty else { return nil }
        let isLoopback = ["127.0.0.1", "localhost", "::1"].contains(host)
        guard url.scheme == "https" || url.scheme == "http" && isLoopback else { return nil }
        self.address = address
        threads = NIOThreadPool(numberOfThreads: 1)
        threads.start()
    }

    /// Rings, and tells whether the gateway took it.
    package func ring(_ desk: String, times: Int, isEscalated: Bool) async -> Bool {
        let body: [String: Any] = ["desk": desk, "ring": times, "escalated": isEscalated]
        let options: JSONSerialization.WritingOptions = [.sortedKeys]
        guard let data = try? JSONSerialization.data(withJSONObject: body, options: options) else { return false }
        let (address, text) = (address, String(decoding: data, as: UTF8.self))
        return await (try? threads.runIfActive { Self.post(text, to: address) }) ?? false
    }

    private static func post(_ body: String, to address: String) -> Bool {
        guard isReady, let curl = curl_easy_init() else { return false }
        defer { curl_easy_cleanup(curl) }
        let headers = curl_slist_append(nil, "Content-Type: application/json")
        defer { curl_slist_free_all(headers) }
        let answers = [
            curl_set_text(curl, CURLOPT_URL, address), curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https"),
            curl_set_text(curl, CURLOPT_PROXY, ""), curl_set_list(curl, CURLOPT_HTTPHEADER, headers),
            curl_set_text(curl, CURLOPT_COPYPOSTFIELDS, body), curl_set_silence(curl),
            curl_set_number(curl, CURLOPT_NOSIGNAL, 1), curl_set_number(curl, CURLOPT_TIMEOUT, patience),
            curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1), curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2),
        ]
        guard answers.allSatisfy({ $0 == CURLE_OK }), curl_easy_perform(curl) == CURLE_OK else { return false }
        return (200..<300).contains(curl_response_code(curl))
    }
}
