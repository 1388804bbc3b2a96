enum Placeholder_People_Organisations_Store {}
