enum Placeholder_Network_Outcomes_Rules {}
