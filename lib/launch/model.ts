/** What a person may say is done before a customer goes live. */
export type ManualItem =
  | "sandbox_key"
  | "redirect_uris"
  | "dtm"
  | "support_info"
  | "production_key"
  | "first_call";
