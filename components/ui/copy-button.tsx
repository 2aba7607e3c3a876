"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button, type ButtonVariant } from "./button";

/** Copies a text that is also on the page. Says so in its own place, to everybody. */
export function CopyButton({
  text,
  label,
  variant = "plain",
}: {
  text: string;
  label: string;
  variant?: ButtonVariant;
}) {
  const [outcome, setOutcome] = useState<"idle" | "copied" | "failed">("idle");
  const Icon = outcome === "copied" ? Check : Copy;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-2 noscript:hidden">
      <Button type="button" variant={variant} onClick={copy}>
        <Icon aria-hidden="true" size={16} />
        {label}
      </Button>
      <span role="status" className="text-muted text-sm">
        {outcome === "copied" && "Copied"}
        {outcome === "failed" && "Not copied. Select the text and copy it"}
      </span>
    </span>
  );
}
