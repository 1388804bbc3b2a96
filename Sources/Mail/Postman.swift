// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import NIOPosix

/// Carries letters to the mail server, on threads of their own: libcurl blocks.
package struct Postman: Sendable {
    private let server: MailServer
    private let threads: NIOThreadPool

    package init(_ server: MailServer) {
        self.server = server
        threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
    }

    /// Sends a letter and tells what became of it.
    package func send(_ letter: Letter) async -> Delivery {
        let server = server
        let delivery = try? await threads.runIfActive { SMTPTransfer.send(letter, to: server) }
        return delivery ?? .later(nil)
    }
}
