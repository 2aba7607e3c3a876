import type { LaunchItem } from "@/lib/launch/model";

/** What each item is called, why it matters, and where our data knows it from. */
export const launchTexts: Record<LaunchItem, { title: string; why: string; source: string }> = {
  sandbox_key: {
    title: "Sandbox key handed over",
    why: "Their engineers build against Sandbox first.",
    source: "revealed or handed over on the Keys tab",
  },
  redirect_uris: {
    title: "Redirect URIs registered",
    why: "OAuth banks lead people back to one of them. Later ones are added in the Plaid Dashboard.",
    source: "sent to Plaid with the customer",
  },
  dtm: {
    title: "Data Transparency use case published",
    why: "Without a published use case Link fails in Production. It is chosen in the Plaid Dashboard, under Link customization.",
    source: "",
  },
  support_info: {
    title: "Support information public",
    why: "Plaid shows it to people who manage their connections.",
    source: "sent to Plaid with the customer",
  },
  enabled: {
    title: "Enabled in Production",
    why: "Bank registration starts with it, and calls become billable.",
    source: "from Plaid",
  },
  production_key: {
    title: "Production key handed over",
    why: "Without it nothing of theirs can go live.",
    source: "revealed or handed over on the Keys tab",
  },
  first_call: {
    title: "First live call made",
    why: "Ask their engineers: no API tells.",
    source: "",
  },
};
