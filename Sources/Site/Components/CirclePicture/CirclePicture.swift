// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The picture of the circle: the family in the middle, their own people around them, professionals further out.
///
/// It says nothing that the list beside it does not say, and is hidden from screen readers and the Tab key.
package struct CirclePicture: Component {
    package struct Member: Hashable, Sendable {
        package let name: String
        package let initials: String
        /// What somebody is here: "huisarts"; a director and a first contact are named as such.
        package let role: String
        package let link: Link
        package let isDirector: Bool
        package let isFirstContact: Bool

        package init(
            _ name: String, _ initials: String, role: String = "", link: Link, isDirector: Bool = false,
            isFirstContact: Bool = false
        ) {
            self.name = name
            self.initials = initials
            self.role = role
            self.link = link
            self.isDirector = isDirector
            self.isFirstContact = isFirstContact
        }
    }

    package let language: Language
    package let children: [String]
    package let parents: [String]
    package let near: [Member]
    package let professionals: [Member]
    /// Where somebody can be invited, for those who may.
    package let invite: Link?

    package init(
        _ language: Language, children: [String], parents: [String], near: [Member], professionals: [Member],
        invite: Link? = nil
    ) {
        self.language = language
        self.children = children
        self.parents = parents
        self.near = near
        self.professionals = professionals
        self.invite = invite
    }

    package var html: HTML {
        let seats = CircleSeats(near: near, professionals: professionals, hasInvite: invite != nil)
        return """
            <div class="circle">
            <svg class="circle__svg" viewBox="-\(seats.half) \(seats.top) \(2 * seats.half) \(264 - seats.top)" aria-hidden="true" focusable="false">
            <circle class="circle__ring circle__ring--outer" r="203"/>
            <circle class="circle__field" r="158"/>
            <circle class="circle__ring" r="104"/>
            \(seats.outer, tie)<circle class="circle__sun" r="69"/>
            \(CircleNames(language, children: children, parents: parents).html)
            \(seats.inner, nearMember)\(seats.outer, professional)</svg>
            </div>
            """
    }

    private func tie(_ seat: CircleSeats.Seat) -> HTML {
        guard case .member(let member) = seat.sitter, member.isDirector || member.isFirstContact else { return "" }
        return """
            <path class="circle__tie"\(if: !member.isDirector, " stroke-dasharray=\"1 6\"") \
            d="M\(seat.at(radius: 70)) L\(seat.at(radius: 177))"/>

            """
    }

    private func nearMember(_ seat: CircleSeats.Seat) -> HTML {
        let label = seat.point.moved(down: seat.labelsAbove ? -27 : 37)
        guard case .member(let member) = seat.sitter else { return "\(others(seat, radius: 20, label: label))\n" }
        return """
            <a href="\(member.link)" tabindex="-1"><circle class="circle__hit" \(seat.point.center) r="28"/>\
            <circle class="circle__disc circle__disc--near" \(seat.point.center) r="20"/>\
            <text class="circle__initials" \(seat.point.moved(down: 5).place)>\(member.initials)</text>\
            <text \(label.place)>\(CircleNames.short(member.name, 9))</text></a>

            """
    }

    private func professional(_ seat: CircleSeats.Seat) -> HTML {
        let name = seat.point.moved(down: seat.labelsAbove ? -53 : 42)
        switch seat.sitter {
        case .member(let member):
            return """
                <a href="\(member.link)" tabindex="-1">\(disc(member, at: seat.point))\
                <text class="circle__out" \(name.place)>\(CircleNames.short(member.name))</text>\
                <text class="circle__out \(if: isNamed(member), "circle__part", else: "circle__where")" \
                \(name.moved(down: 18).place)>\(role(of: member))</text></a>

                """
        case .others:
            return "\(others(seat, radius: 22, label: name))\n"
        case .invite:
            return invite.map { open($0, at: seat.point) } ?? .empty
        }
    }

    private func disc(_ member: Member, at point: CircleSeats.Point) -> HTML {
        """
        <circle class="circle__hit" \(point.center) r="28"/>\
        <circle class="circle__disc\(if: member.isDirector, " circle__disc--director")" \(point.center) r="22"/>\
        \(if: member.isDirector, "<circle class=\"circle__halo\" \(point.center) r=\"26\"/>")\
        <text class="circle__initials\(if: member.isDirector, " circle__initials--director")" \
        \(point.moved(down: 5).place)>\(member.initials)</text>\(if: member.isFirstContact, badge(at: point))
        """
    }

    /// The first contact is the one to call.
    private func badge(at point: CircleSeats.Point) -> HTML {
        """
        <circle class="circle__badge" \(point.moved(right: 19, down: 14).center) r="11.5"/>\
        <g class="circle__glyph" transform="translate(\(point.moved(right: 12.4, down: 7.4).pair)) scale(.55)">\
        \(Icon.phoneDrawing)</g>
        """
    }

    /// More people than the ring has room for: the list below names them all.
    private func others(_ seat: CircleSeats.Seat, radius: Int, label: CircleSeats.Point) -> HTML {
        guard case .others(let count) = seat.sitter else { return "" }
        return """
            <circle class="circle__open" \(seat.point.center) r="\(radius)"/>\
            <text class="circle__initials" \(seat.point.moved(down: 5).place)>+\(count)</text>
            """
    }

    private func open(_ link: Link, at point: CircleSeats.Point) -> HTML {
        """
        <a href="\(link)" tabindex="-1"><circle class="circle__open" \(point.center) r="21"/>\
        <path class="circle__plus" d="M\(point.moved(right: -7).pair)h14M\(point.moved(down: -7).pair)v14"/>\
        <text class="circle__out circle__where" \(point.moved(down: 40).place)>\(language.site.somebodyElse)</text></a>

        """
    }

    private func isNamed(_ member: Member) -> Bool { member.isDirector || member.isFirstContact }

    private func role(of member: Member) -> String {
        if member.isDirector { return language.site.director }
        return member.isFirstContact ? language.site.firstContact : CircleNames.short(member.role, 12)
    }
}
