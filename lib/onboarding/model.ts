/** The wizard's steps in order; each is an address: `/onboardings/{id}/{step}`. */
export const steps = [
  "company",
  "contacts",
  "support",
  "products",
  "logo",
  "redirect-uris",
  "attestations",
  "check",
] as const;
export type Step = (typeof steps)[number];

/** Steps whose answers are kept; attestations are evidence and checking answers nothing. */
export const answerSteps = [
  "company",
  "contacts",
  "support",
  "products",
  "logo",
  "redirect-uris",
] as const;
export type AnswerStep = (typeof answerSteps)[number];

export function isStep(value: string): value is Step {
  return (steps as readonly string[]).includes(value);
}

export function nextStep(step: Step): Step {
  return steps[steps.indexOf(step) + 1] ?? "check";
}

/** Form field beside the list of redirect URIs; what is pasted there is merged into the list. */
export const PASTED_URIS_FIELD = "pastedUris";
/** What a form holds and a draft keeps, per step: as typed, right or wrong. */
export type Answers = {
  company: {
    companyName: string;
    legalEntityName: string;
    website: string;
    applicationName: string;
    address: {
      countryCode: string;
      street: string;
      city: string;
      region: string;
      postalCode: string;
    };
    /** A bank or credit union: only these have a registration number. */
    isDepository: boolean;
    registrationNumber: string;
  };
  contacts: { technical: ContactAnswers; billing: ContactAnswers };
  support: { email: string; phoneNumber: string; contactUrl: string; linkUpdateUrl: string };
  products: {
    /** `ours`: whatever the partner has, so nothing is sent. */
    use: "ours" | "chosen";
    products: string[];
    /** Asked of partners with a monthly commitment only. */
    assetsUnderManagement: { amount: string; currency: string };
  };
  /** `logo`: SHA-256 of a stored logo in hex; empty when there is none. */
  logo: { createLinkCustomization: boolean; logo: string };
  "redirect-uris": { redirectUris: string[] };
};

/** `ours`: the partner's own contact, so nothing is sent; what was typed stays. */
type ContactAnswers = {
  use: "ours" | "theirs";
  givenName: string;
  familyName: string;
  email: string;
};

const noContact: ContactAnswers = { use: "ours", givenName: "", familyName: "", email: "" };

/** The empty form; its order is the order of the page. */
export const emptyAnswers: Answers = {
  company: {
    companyName: "",
    legalEntityName: "",
    website: "",
    applicationName: "",
    address: { countryCode: "US", street: "", city: "", region: "", postalCode: "" },
    isDepository: false,
    registrationNumber: "",
  },
  contacts: { technical: noContact, billing: noContact },
  support: { email: "", phoneNumber: "", contactUrl: "", linkUpdateUrl: "" },
  products: {
    use: "ours",
    products: [],
    assetsUnderManagement: { amount: "", currency: "" },
  },
  logo: { createLinkCustomization: false, logo: "" },
  "redirect-uris": { redirectUris: [] },
};

/** First message per field, keyed by dotted path (`address.city`, `redirectUris.2`). */
export type FieldErrors = Record<string, string>;

/** What still keeps a draft from being sent: a field of a step, or with an empty path some field of it. */
export type Gap = { step: AnswerStep; path: string };

/** What a section of the task list says. */
export type SectionState = "not_started" | "in_progress" | "completed" | "cannot_start" | "problem";

/** The partner's own details that stand in for what the customer leaves out. */
export type PartnerDefaults = {
  partnerName: string;
  countryCode: string;
  technicalContact: string | null;
  billingContact: string | null;
  hasMonthlyCommitment: boolean;
  /** Plaid's codes of what the partner has itself; none while that is not known. */
  products: string[];
  /** Plaid wants support information of each customer; otherwise it takes the partner's own. */
  supportMandatory: boolean;
  /** Where the partner's own customers get help, as the partner has entered it. */
  supportEmail: string | null;
};

/** Text a person confirms; a published version never changes. */
export type AttestationText = {
  kind: AttestationKind;
  version: number;
  title: string;
  body: string;
  publishedAt: string;
};
export const attestationKinds = ["due_diligence", "bank_addendum"] as const;
export type AttestationKind = (typeof attestationKinds)[number];

/** Form field of each attestation; the same names carry errors. */
export const attestationFields = {
  due_diligence: "dueDiligence",
  bank_addendum: "bankAddendum",
} as const satisfies Record<AttestationKind, string>;

export type AttestationEvidence = {
  kind: AttestationKind;
  confirmedBy: string;
  confirmedAt: string;
  textVersion: number;
  /** False once an answer changed after it was confirmed. */
  current: boolean;
};
