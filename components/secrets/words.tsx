"use client";

import { createContext, type ReactNode, useContext } from "react";
import { secretTitles } from "@/lib/secrets/model";

/** What stands around a secret. */
const english = {
  secrets: secretTitles,
  leave: "The secret is shown this one time. Leave without having stored it?",
  unstored: "Store the secret, then tick this box",
  once: "This page shows the secret one time.",
  until: (clock: ReactNode): ReactNode => (
    <>Until {clock} you can open it again here, and nobody else can. Then it is deleted.</>
  ),
  stray: "It is still open. Store it, tick the box and choose Done.",
  closing: "It is hidden in a minute.",
  keep: "Keep it open",
  stored: "I have stored it",
  done: "Done",
  nameOf: (secret: string, company: string) => `${secret} for ${company}`,
  unprinted: "The secret is not printed.",
  copy: "Copy secret",
  copyWhich: (kind: string) => `for ${kind}`,
  download: (file: string) => `Download ${file}`,
  downloadWith: (secret: string) => `with the ${secret}`,
  spell: "Read characters",
  unspell: "Hide characters",
  digit: "digit",
  capital: "capital",
  small: "small",
  kit: "Starter kit: the first call",
  kitAbout:
    "The call below asks for the name of one bank. An answer proves that the keys work; nothing is changed, and nothing is billed.",
  withCurl: "With curl",
  withNode: "Or with Node.js and Plaid's own library",
  copyFile: (file: string) => `Copy ${file}`,
  copyCurl: "Copy the curl call",
  copyNode: "Copy the Node.js call",
};

export type SecretWords = typeof english;

const Words = createContext(english);

/** The recipient of keys may read another language than staff do. */
export function SecretWordsIn({ words, children }: { words: SecretWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export function useSecretWords(): SecretWords {
  return useContext(Words);
}
