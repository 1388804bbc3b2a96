// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

extension Response {
    /// A page, or a part of one.
    ///
    /// Nobody but the reader's window keeps it.
    package static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes))
        )
    }

    /// After an act: look there for what came of it.
    package static func seeOther(_ link: Link) -> Response {
        Response(status: .seeOther, headers: [.location: link.text, .cacheControl: "no-store"])
    }

    /// Away from here, to a site that anybody could have been looking at.
    package static func elsewhere(_ site: NeutralSite) -> Response {
        Response(status: .seeOther, headers: [.location: site.address, .cacheControl: "no-store"])
    }

    /// Nothing to say but the status, such as that a form was taken in.
    package static func bare(_ status: HTTPResponse.Status) -> Response {
        Response(status: status, headers: [.cacheControl: "no-store"])
    }
}
