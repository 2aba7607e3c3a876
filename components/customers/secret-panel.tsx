"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { CopyButton } from "@/components/ui/copy-button";
import { useHydrated } from "./use-hydrated";
import { useLeaveGuard } from "./use-leave-guard";

/**
 * The one time a secret is on a screen. It is no dialog, so that neither Escape nor a click beside
 * it can lose it, and leaving the page asks first.
 */
export function SecretPanel({
  label,
  secret,
  keysPath,
  done,
}: {
  label: string;
  secret: string;
  keysPath: string;
  done: () => void;
}) {
  const hydrated = useHydrated();
  const [error, setError] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  useLeaveGuard("The secret is shown this one time. Leave without having stored it?");

  return (
    <div
      ref={place}
      tabIndex={-1}
      className="flex flex-col gap-4 rounded-card border-2 border-primary p-4"
    >
      <p className="font-medium">This page shows the secret one time.</p>
      <output
        aria-label={label}
        // Read on request only: nobody wants it said aloud by surprise.
        aria-live="off"
        translate="no"
        spellCheck={false}
        className="block rounded-control bg-surface p-3 font-mono text-lg print:hidden"
      >
        {secret}
      </output>
      <div>
        <CopyButton text={secret} label="Copy secret" variant="primary" />
      </div>
      <form
        action={keysPath}
        noValidate={hydrated}
        className="flex flex-col items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const stored = event.currentTarget.querySelector<HTMLInputElement>("[type=checkbox]");
          if (stored?.checked) done();
          else setError("Store the secret, then tick this box");
        }}
      >
        <CheckboxField label="I have stored it" error={error} required />
        <Button variant="secondary">Done</Button>
      </form>
    </div>
  );
}
