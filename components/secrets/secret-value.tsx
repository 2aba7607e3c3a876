"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { SecretKind } from "@/lib/secrets/model";
import { DownloadButton } from "./download-button";
import { ENV_FILE, envFile } from "./starter-kit";
import { type SecretWords, useSecretWords } from "./words";

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
  const words = useSecretWords();
  const title = words.secrets[kind];
  const id = useId();
  const [spelled, setSpelled] = useState(false);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p aria-hidden="true" className="font-medium">
        {title}
      </p>
      <output
        id={id}
        aria-label={words.nameOf(title, company)}
        // Read on request only: nobody wants it said aloud by surprise.
        aria-live="off"
        translate="no"
        spellCheck={false}
        className="block select-all break-all rounded-control bg-surface p-3 font-mono text-lg print:hidden"
      >
        {secret}
      </output>
      <p className="hidden print:block">{words.unprinted}</p>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton
          text={secret}
          label={words.copy}
          variant="primary"
          selects={id}
          {...(!alone && { about: words.copyWhich(kind) })}
        />
        <DownloadButton
          text={envFile({ clientId, kind, secret })}
          file={ENV_FILE}
          label={words.download(".env")}
          about={words.downloadWith(title)}
        />
        <Button
          type="button"
          variant="plain"
          aria-expanded={spelled}
          onClick={() => setSpelled(!spelled)}
          className="noscript:hidden"
        >
          {spelled ? words.unspell : words.spell}
        </Button>
      </div>
      {spelled && <Spelled text={secret} />}
    </div>
  );
}

/** Each character by its name, so that 0 and O, 1 and l are told apart by eye and by ear. */
function Spelled({ text }: { text: string }) {
  const words = useSecretWords();
  return (
    <ol translate="no" className="flex flex-wrap gap-2 print:hidden">
      {[...text].map((character, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the characters of a secret stay where they are
        <li key={place} className="rounded-badge border px-2 text-center">
          <span className="block font-mono text-lg">{character}</span>
          <span className="block text-muted text-sm">{nameOf(character, words)}</span>
        </li>
      ))}
    </ol>
  );
}

function nameOf(character: string, { digit, capital, small }: SecretWords): string {
  if (/\d/.test(character)) return digit;
  return character === character.toUpperCase() ? capital : small;
}
