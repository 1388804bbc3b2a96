enum Placeholder_Family_Access_Store {}
