enum Placeholder_Family_Access_Rules {}
