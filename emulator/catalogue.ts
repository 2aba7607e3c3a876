/** The OAuth institutions this emulator registers an end customer with. */
export const catalogue = [
  { institution_id: "ins_56", name: "Chase" },
  { institution_id: "ins_128026", name: "Capital One" },
  { institution_id: "ins_127989", name: "Bank of America" },
  { institution_id: "ins_127991", name: "Wells Fargo" },
  { institution_id: "ins_13", name: "PNC" },
  { institution_id: "ins_127990", name: "U.S. Bank" },
  { institution_id: "ins_11", name: "Charles Schwab" },
  { institution_id: "ins_5", name: "Citibank Online" },
  { institution_id: "ins_10", name: "American Express" },
  { institution_id: "ins_14", name: "TD Bank" },
] as const;
