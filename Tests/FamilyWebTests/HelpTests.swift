// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site
import TestClient
import Testing

@Suite struct `The guide` {
    @Test(arguments: GuideTopic.allCases)
    func `is read by whoever is not signed in, and says the same to all`(topic: GuideTopic) async throws {
        let web = try await WebTown.toRead
        let nobody = try await web.browser().get(topic.link.text)
        let mother = try await web.browser(of: "aylin").get(topic.link.text)
        #expect(nobody.status == .ok)
        let read = nobody.between("<main", "</main>")
        #expect(read?.contains("<h1>") == true && read == mother.between("<main", "</main>"))
        #expect(nobody.text.contains("data-leave") && mother.text.contains("data-leave"))
    }

    @Test(arguments: ["/help/nothing", "/help/README", "/help/..", "/help/README.en"])
    func `has no other pages`(path: String) async throws {
        #expect(try await WebTown.toRead.browser().get(path).status == .notFound)
    }

    @Test func `has pictures that browsers keep`() async throws {
        for picture in GuidePicture.all {
            let answer = try await WebTown.toRead.browser().get(picture.link.text)
            #expect(answer.status == .ok && answer["content-type"] == "image/webp")
            #expect(answer.bytes.starts(with: "RIFF".utf8) && answer["cache-control"]?.contains("immutable") == true)
        }
    }

    @Test func `is linked from each page to what explains it`() async throws {
        let web = try await WebTown.toRead
        let circle = try web.circle("de-wit-yildiz")
        let pages = [
            ("aylin", circle, "kring"), ("aylin", circle + "/plan", "plan"),
            ("aylin", circle + "/consents", "wie-mag-wat-weten"),
            ("marieke", circle + "/consents", "toestemming-vragen"), ("marieke", "/today", "vandaag"),
        ]
        for (reader, path, topic) in pages {
            let page = try await web.browser(of: reader).get(path)
            #expect(page.text.contains("<a href=\"/help/\(topic)\">"), "\(path)")
        }
    }
}
