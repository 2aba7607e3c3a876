"use client";

import type { ClipboardEvent, ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Check, CircleAlert } from "@/components/ui/icons";
import type { RedirectUriVerdict } from "@/lib/redirect-uris/model";

type Input = Omit<Parameters<typeof Field>[0], "label">;

/** One line of the list, with what it comes to below it. */
export function RedirectUriRow({
  row,
  uri,
  verdict,
  input,
  onRemove,
  onPaste,
  onAdd,
}: {
  row: number;
  uri: string;
  verdict: RedirectUriVerdict;
  input: Input;
  /** Absent where there is nothing to remove. */
  onRemove: (() => void) | undefined;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  onAdd: (uri: string) => void;
}) {
  const verdictId = `redirectUris.${row}-verdict`;
  return (
    <div className="min-w-0">
      <Field
        {...input}
        label={`Redirect URI ${row + 1}`}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        onPaste={onPaste}
        aria-describedby={verdictId}
      />
      <div className="flex min-w-0 items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col items-start pt-2.5 text-sm">
          <div id={verdictId} className="max-w-full">
            {isTold(uri) && !input.error && <Verdict uri={uri} verdict={verdict} />}
          </div>
          {verdict.twin && <Twin uri={verdict.twin} onAdd={onAdd} />}
        </div>
        {onRemove && (
          <Button
            type="button"
            variant="plain"
            onClick={onRemove}
            className="-mr-2 shrink-0 underline underline-offset-4 noscript:hidden"
          >
            Remove<span className="sr-only"> redirect URI {row + 1}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

function Verdict({ uri, verdict }: { uri: string; verdict: RedirectUriVerdict }) {
  const { value, error, sandboxOnly } = verdict;
  if (error) {
    return (
      <Line icon={<CircleAlert />}>
        <span className="font-medium">Needs a fix.</span> {error}
      </Line>
    );
  }
  if (sandboxOnly) {
    return (
      <p className="flex flex-wrap items-center gap-x-2">
        <Badge tone="neutral">Sandbox only</Badge>
        <span className="text-muted">Production users cannot reach localhost</span>
      </p>
    );
  }
  const same = value === uri.trim();
  return <Line icon={<Check />}>{same ? "Fine" : `Will be sent as ${value}`}</Line>;
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex gap-1.5">
      <span aria-hidden="true" className="mt-0.5 shrink-0">
        {icon}
      </span>
      <span className="min-w-0">{children}</span>
    </p>
  );
}

function Twin({ uri, onAdd }: { uri: string; onAdd: (uri: string) => void }) {
  const which = uri.includes("://www.") ? "with" : "without";
  return (
    <p className="text-muted noscript:hidden">
      Matching is exact. Add the version {which} www too?{" "}
      <Button
        type="button"
        variant="plain"
        onClick={() => onAdd(uri)}
        className="-m-2 underline underline-offset-4"
      >
        Add<span className="sr-only"> {uri}</span>
      </Button>
    </p>
  );
}

/** The beginning of every address is no mistake yet. */
function isTold(uri: string): boolean {
  const begun = uri.trim().toLowerCase();
  return !["https://", "http://localhost"].some((start) => start.startsWith(begun));
}
