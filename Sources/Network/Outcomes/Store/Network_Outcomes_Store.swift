enum Placeholder_Network_Outcomes_Store {}
