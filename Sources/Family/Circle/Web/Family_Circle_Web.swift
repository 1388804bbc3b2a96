enum Placeholder_Family_Circle_Web {}
