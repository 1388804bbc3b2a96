enum Placeholder_Family_Families_Store {}
