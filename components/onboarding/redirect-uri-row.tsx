"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("redirectUris.row");
  const verdictId = `redirectUris.${row}-verdict`;
  return (
    <div className="min-w-0">
      <Field
        {...input}
        label={t("label", { row: row + 1 })}
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
            {t.rich("remove", { row: row + 1, hidden })}
          </Button>
        )}
      </div>
    </div>
  );
}

/** For whoever hears the buttons by themselves. */
function hidden(words: ReactNode): ReactNode {
  return <span className="sr-only">{words}</span>;
}

function Verdict({ uri, verdict }: { uri: string; verdict: RedirectUriVerdict }) {
  const t = useTranslations("redirectUris.row");
  const { value, error, sandboxOnly } = verdict;
  if (error) {
    return (
      <Line icon={<CircleAlert />}>
        {t.rich("needsFix", {
          error,
          strong: (words) => <span className="font-medium">{words}</span>,
        })}
      </Line>
    );
  }
  if (sandboxOnly) {
    return (
      <p className="flex flex-wrap items-center gap-x-2">
        <Badge tone="neutral">{t("sandboxOnly")}</Badge>
        <span className="text-muted">{t("unreachable")}</span>
      </p>
    );
  }
  const same = value === uri.trim();
  return <Line icon={<Check />}>{same ? t("fine") : t("sentAs", { uri: value })}</Line>;
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
  const t = useTranslations("redirectUris.row");
  return (
    <p className="text-muted noscript:hidden">
      {t("twin", { www: uri.includes("://www.") ? "with" : "without" })}{" "}
      <Button
        type="button"
        variant="plain"
        onClick={() => onAdd(uri)}
        className="-m-2 underline underline-offset-4"
      >
        {t.rich("add", { uri, hidden })}
      </Button>
    </p>
  );
}

/** The beginning of every address is no mistake yet. */
function isTold(uri: string): boolean {
  const begun = uri.trim().toLowerCase();
  return !["https://", "http://localhost"].some((start) => start.startsWith(begun));
}
