"use client";

import { useState } from "react";
import { Button, type ButtonVariant } from "./button";
import { Check, Copy } from "./icons";
import { useWord } from "./words";

/** Copies a text that is also on the page. Says so in its own place, to everybody. */
export function CopyButton({
  text,
  label,
  about,
  variant = "plain",
  selects,
}: {
  text: string;
  label: string;
  /** Read after the label, where several buttons have the same. */
  about?: string;
  variant?: ButtonVariant;
  /** Id of the text on the page, which is selected where the browser does not let it be copied. */
  selects?: string;
}) {
  const words = {
    idle: "",
    copied: useWord("copied"),
    failed: useWord(selects ? "copyByKeys" : "notCopied"),
  };
  const [outcome, setOutcome] = useState<"idle" | "copied" | "failed">("idle");
  const Icon = outcome === "copied" ? Check : Copy;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      if (selects) selectText(selects);
      setOutcome("failed");
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-2 noscript:hidden">
      <Button type="button" variant={variant} onClick={copy}>
        <Icon />
        {label}
        {about && <span className="sr-only"> {about}</span>}
      </Button>
      <span role="status" className="text-muted text-sm">
        {words[outcome]}
      </span>
    </span>
  );
}

function selectText(id: string): void {
  const element = document.getElementById(id);
  if (element) window.getSelection()?.selectAllChildren(element);
}
