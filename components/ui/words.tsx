"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type UiWords, uiWords } from "@/lib/languages/model";

const Words = createContext(uiWords);

/** What shared parts say by themselves, in another language than English. */
export function WordsIn({
  words = uiWords,
  children,
}: {
  words: UiWords | undefined;
  children: ReactNode;
}) {
  return <Words value={words}>{children}</Words>;
}

export function useWord(name: keyof UiWords): string {
  return useContext(Words)[name];
}

/** The same where there are no hooks. */
export function Word({ name }: { name: keyof UiWords }) {
  return useWord(name);
}
