enum Placeholder_Family_Families_Web {}
