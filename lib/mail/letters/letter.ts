import "server-only";
import type { ReactNode } from "react";
import type { Language } from "@/lib/languages/model";

/** A mail before it is written out as text and as HTML. */
export type Letter = {
  language: Language;
  subject: string;
  hello: string;
  /** The first paragraph; inboxes show its beginning beside the subject. */
  intro: string;
  body: ReactNode;
  /** Why this person gets it. */
  why?: string;
  /** Where it can be stopped: a page for people, and the address their mail program posts to. */
  stop?: { label: string; href: string; post: string };
};
