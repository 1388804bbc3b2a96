enum Placeholder_People_Accounts_Web {}
