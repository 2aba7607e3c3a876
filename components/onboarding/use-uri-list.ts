"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { UseFormReturn } from "react-hook-form";
import { type Answers, PASTED_URIS_FIELD } from "@/lib/onboarding/model";
import { mergeRedirectUris, pastedUris } from "@/lib/web-addresses/model";

type Options = {
  form: UseFormReturn<Answers["redirect-uris"]>;
  initial: string[];
  /** The list was changed by a button. */
  onChanged: () => void;
};

/** What Undo brings back, and where its reader then stands. */
type Past = { uris: string[]; pasted: string; focus: string };

/** What a button did; pasted addresses stand at the end of the list. */
type News = string | { added: number; repeated: number };

/** The rows of the list and what its buttons do. The form keeps the text of each row by its place. */
export function useUriList({ form, initial, onChanged }: Options) {
  const t = useTranslations("redirectUris.news");
  const pasted = useRef<HTMLTextAreaElement>(null);
  const [uris, setUris] = useState(atLeastOne(initial));
  const [past, setPast] = useState<Past>();
  const [news, setNews] = useState<News>("");

  const typed = () => typedInto(form, uris);

  // What was typed before the page came to life.
  useEffect(() => setUris((rows) => typedInto(form, rows)), [form]);

  function show(next: string[]) {
    form.clearErrors("redirectUris");
    form.setValue("redirectUris", atLeastOne(next));
    flushSync(() => setUris(atLeastOne(next)));
  }

  function change(next: string[], { said, undo }: { said: News; undo?: Past }) {
    show(next);
    setNews(said);
    setPast(undo);
    onChanged();
  }

  function merge(text: string, focus: string) {
    const before = typed();
    const kept = before.filter((uri) => uri.trim() !== "");
    const merged = mergeRedirectUris(kept, text);
    const added = merged.length - kept.length;
    const said = { added, repeated: pastedUris(text).length - added };
    change(merged, { said, undo: { uris: before, pasted: pasted.current?.value ?? "", focus } });
  }

  return {
    uris,
    news,
    pasted,
    isEmpty: uris.every((uri) => uri === "") && uris.length === 1,
    canUndo: past !== undefined,
    /** Follows the inputs; what was undone before may not undo this. */
    onChange() {
      setUris(typed());
      setPast(undefined);
      setNews("");
    },
    /** The list as the server has it; what waits to be pasted and is in it waits no more. */
    adopt(next: string[]) {
      show(next);
      const waiting = pasted.current?.value ?? "";
      if (mergeRedirectUris(next, waiting).length === next.length) write(pasted.current, "");
    },
    add(uri = "") {
      const row = uris.length;
      change([...typed(), uri], { said: uri && t("added", { uri }) });
      focusOn(idOf(row));
    },
    remove(row: number) {
      const undo = { uris: typed(), pasted: pasted.current?.value ?? "", focus: idOf(row) };
      change(typed().toSpliced(row, 1), { said: t("removed", { row: row + 1 }), undo });
      focusOn(idOf(Math.max(0, Math.min(row, uris.length - 2))));
    },
    pasteMany() {
      merge(pasted.current?.value ?? "", PASTED_URIS_FIELD);
      write(pasted.current, "");
    },
    /** @returns whether there was more than one, which no single row can hold. */
    pasteInto(row: number, text: string): boolean {
      const many = pastedUris(text).length > 1;
      if (many) merge(text, idOf(row));
      return many;
    },
    undo() {
      if (!past) return;
      change(past.uris, { said: t("undone") });
      write(pasted.current, past.pasted);
      focusOn(past.focus);
    },
  };
}

function typedInto(form: Options["form"], rows: string[]): string[] {
  return rows.map((_, row) => form.getValues(idOf(row)) ?? "");
}

function atLeastOne(uris: string[]): string[] {
  return uris.length > 0 ? uris : [""];
}

function idOf(row: number): `redirectUris.${number}` {
  return `redirectUris.${row}`;
}

function write(area: HTMLTextAreaElement | null, text: string): void {
  if (area) area.value = text;
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
