enum Placeholder_Family_Conversations_Rules {}
