// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A field to choose files in.
package struct FileField: Component {
    package let language: Language
    package let name: String
    package let label: String
    package let hint: String?
    package let error: String?
    /// The endings that can be chosen, such as `.jpg`.
    package let endings: [String]

    package init(
        _ language: Language, _ name: String, label: String, hint: String? = nil, error: String? = nil,
        endings: [String]
    ) {
        self.language = language
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.endings = endings
    }

    package var html: HTML {
        """
        <div class="field\(if: error != nil, " field--error")">
        <label class="field__label" for="\(name)">\(label)</label>
        \(hint.map { "<p class=\"field__hint\" id=\"\(name)-hint\">\($0)</p>\n" as HTML })\
        \(error.map { FieldError(name, $0).line(language) })\
        <input class="input input--file" type="file" id="\(name)" name="\(name)" multiple \
        accept="\(endings.joined(separator: ","))"\(attribute: "aria-describedby", describedBy)\
        \(if: error != nil, " aria-invalid=\"true\"")>
        </div>
        """
    }

    private var describedBy: String? {
        let parts = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    package static let examples = [
        (
            name: "with a hint",
            value: FileField(
                .nl, "file", label: "Voeg iets toe", hint: "Foto's, PDF of Word.", endings: [".jpg", ".pdf"])
        ),
        (
            name: "error",
            value: FileField(.nl, "file", label: "Voeg iets toe", error: "Kies een ander bestand.", endings: [".jpg"])
        ),
    ]
}

/// A file to save, with what it is and how large.
package struct FileLink: Component {
    package let link: Link?
    package let title: String
    package let note: String

    /// Without a link it is gone: erased.
    package init(_ link: Link?, _ title: String, _ note: String) {
        self.link = link
        self.title = title
        self.note = note
    }

    package var html: HTML {
        """
        <p class="file">\(Icon.clip.html())<span>\(link.map { "<a href=\"\($0)\" download>\(title)</a>" as HTML })\
        \(if: link == nil, "\(title)") <span class="soft small">\(note)</span></span></p>
        """
    }

    package static let examples = [
        (name: "picture", value: FileLink("#", "rapport groep 5.jpg", "JPG, 2 MB")),
        (name: "erased", value: FileLink(nil, "Dit bestand is gewist", "")),
    ]
}
