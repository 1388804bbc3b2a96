enum Placeholder_People_Promises_Rules {}
