/** Kinds of people, as the matrices of functions and of routes name them. */
export const team = ["viewer", "onboarder", "admin"] as const;
export const editors = ["onboarder", "admin"] as const;
export const applicants = [
  "its applicant",
  "applicant of another",
  "applicant who submitted",
  "applicant who was revoked",
] as const;
