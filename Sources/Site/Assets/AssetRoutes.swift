// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Hummingbird

/// `GET /assets/{name}`: style, script, icon and the guide's pictures from memory, kept by browsers for a year, for a changed file has
/// another address.
package struct AssetRoutes: Sendable {
    private struct Prepared: Sendable {
        let type: String
        let plain: ByteBuffer
        let compressed: ByteBuffer
    }

    private let assets: [String: Prepared]

    package init(_ assets: [Asset] = Assets.all, _ pictures: [GuidePicture] = GuidePicture.all) {
        let texts = assets.map { asset in
            let plain = ByteBuffer(string: asset.content.description)
            let compressed = Data(base64Encoded: asset.compressed.description).map { ByteBuffer(bytes: $0) }
            return (asset.link.text, Prepared(type: asset.type, plain: plain, compressed: compressed ?? plain))
        }
        let drawn = pictures.compactMap { picture in
            Data(base64Encoded: picture.base64.description).map { data in
                let bytes = ByteBuffer(bytes: data)
                return (picture.link.text, Prepared(type: "image/webp", plain: bytes, compressed: bytes))
            }
        }
        self.assets = Dictionary(texts + drawn) { first, _ in first }
    }

    package func addRoutes(to router: some RouterMethods<some RequestContext>) {
        router.get("assets/:name") { request, _ in try answer(request) }
    }

    private func answer(_ request: Request) throws -> Response {
        guard let asset = assets[request.uri.path] else { throw Problem.notFound }
        var headers: HTTPFields = [
            .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
        ]
        guard asset.compressed != asset.plain, acceptsGzip(request) else {
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.plain))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: asset.compressed))
    }

    private func acceptsGzip(_ request: Request) -> Bool {
        let offers = request.headers[.acceptEncoding]?.lowercased().split(separator: ",") ?? []
        return offers.contains { offer in
            let words = offer.split { $0 == ";" || $0 == " " }
            return words.first == "gzip" && !words.dropFirst().contains { Double($0.dropFirst(2)) == 0 }
        }
    }
}
