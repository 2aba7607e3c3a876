"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Translate } from "@/lib/languages/model";
import type { SecretKind } from "@/lib/secrets/model";
import { DownloadButton } from "./download-button";
import { ENV_FILE, envFile } from "./starter-kit";

/** One secret in full, and what can be done with it. */
export function SecretValue({
  kind,
  company,
  clientId,
  secret,
  alone,
}: {
  kind: SecretKind;
  company: string;
  clientId: string;
  secret: string;
  /** No other secret is shown beside it. */
  alone: boolean;
}) {
  const t = useTranslations("handover.value");
  const title = useTranslations("handover.secrets")(kind);
  const id = useId();
  const [spelled, setSpelled] = useState(false);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p aria-hidden="true" className="font-medium">
        {title}
      </p>
      <output
        id={id}
        aria-label={t("name", { which: title, company })}
        // Read on request only: nobody wants it said aloud by surprise.
        aria-live="off"
        translate="no"
        spellCheck={false}
        className="block select-all break-all rounded-control bg-surface p-3 font-mono text-lg print:hidden"
      >
        {secret}
      </output>
      <p className="hidden print:block">{t("unprinted")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton
          text={secret}
          label={t("copy")}
          variant="primary"
          selects={id}
          {...(!alone && { about: t("which", { kind }) })}
        />
        <DownloadButton
          text={envFile({ clientId, kind, secret })}
          file={ENV_FILE}
          label={t("download", { file: ".env" })}
          about={t("holding", { which: title })}
        />
        <Button
          type="button"
          variant="plain"
          aria-expanded={spelled}
          onClick={() => setSpelled(!spelled)}
          className="noscript:hidden"
        >
          {t(spelled ? "hide" : "spell")}
        </Button>
      </div>
      {spelled && <Spelled text={secret} />}
    </div>
  );
}

/** Each character by its name, so that 0 and O, 1 and l are told apart by eye and by ear. */
function Spelled({ text }: { text: string }) {
  const t = useTranslations("handover.value");
  return (
    <ol translate="no" className="flex flex-wrap gap-2 print:hidden">
      {[...text].map((character, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the characters of a secret stay where they are
        <li key={place} className="rounded-badge border px-2 text-center">
          <span className="block font-mono text-lg">{character}</span>
          <span className="block text-muted text-sm">{nameOf(character, t)}</span>
        </li>
      ))}
    </ol>
  );
}

function nameOf(character: string, t: Translate<"handover.value">): string {
  if (/\d/.test(character)) return t("digit");
  return t(character === character.toUpperCase() ? "capital" : "small");
}
