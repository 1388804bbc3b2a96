// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Mail
import Testing

/// A real gateway on this machine that answers one call with a status, tells what it heard, and ends.
private final class PhoneGateway {
    private static let script = """
        import http.server, sys
        class Gateway(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers['Content-Length'])).decode()
                print(self.headers['Content-Type'], body, flush=True)
                self.send_response(int(sys.argv[1])); self.end_headers(); self.wfile.write(b'ok')
            def log_message(self, *_): pass
        server = http.server.HTTPServer(('127.0.0.1', 0), Gateway)
        print(server.server_port, flush=True)
        server.timeout = 20
        server.handle_request()
        """

    private let process = Process()
    private let output = Pipe()
    let port: Int

    init(answering status: Int) throws {
        // As it is, not where it leads: by its place Python finds what was installed for us.
        let here = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let python = here.deletingLastPathComponent().path + "/.venv/bin/python"
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", Self.script, String(status)]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        port = try #require(Int(Self.line(output)))
    }

    deinit { process.terminate() }

    /// What it heard next.
    func heard() -> String { Self.line(output) }

    private static func line(_ pipe: Pipe) -> String {
        var bytes: [UInt8] = []
        while let byte = try? pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite struct `The duty phone` {
    @Test func `rings by a gateway, which hears of a desk and of nobody`() async throws {
        let gateway = try PhoneGateway(answering: 204)
        let call = try #require(DutyCall("http://127.0.0.1:\(gateway.port)/ring"))
        #expect(await call.ring("Gebiedsteam \"Zuilen\"", times: 3, isEscalated: true))
        #expect(
            gateway.heard()
                == #"application/json {"desk":"Gebiedsteam \"Zuilen\"","escalated":true,"ring":3}"#)
    }

    @Test(arguments: [200, 202, 302, 404, 500])
    func `rang only when the gateway says so`(status: Int) async throws {
        let gateway = try PhoneGateway(answering: status)
        let call = try #require(DutyCall("http://127.0.0.1:\(gateway.port)/"))
        #expect(await call.ring("Meldpunt", times: 1, isEscalated: false) == (200..<300).contains(status))
    }

    @Test func `that does not answer did not ring`() async throws {
        let call = try #require(DutyCall("http://127.0.0.1:1/"))
        #expect(await !call.ring("Meldpunt", times: 1, isEscalated: false))
    }

    @Test(arguments: [
        ("https://phone.example/ring", true), ("http://localhost:8080/", true), ("http://phone.example/", false),
        ("ftp://phone.example/", false), ("phone.example", false), ("", false), ("file:///etc/passwd", false),
    ])
    func `is reached over https, or on this machine`(address: String, isGateway: Bool) {
        #expect((DutyCall(address) != nil) == isGateway)
    }
}
