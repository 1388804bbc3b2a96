enum Placeholder_Family_Journal_Store {}
