"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type UiWords, uiWords } from "@/lib/languages/model";

const Words = createContext(uiWords);

/** What fields and summaries say by themselves, in another language than English. */
export function WordsIn({ words, children }: { words: UiWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export function useWord(name: keyof UiWords): string {
  return useContext(Words)[name];
}

/** The same where there are no hooks. */
export function Word({ name }: { name: keyof UiWords }) {
  return useWord(name);
}
