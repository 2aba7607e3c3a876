"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { SecretKind } from "@/lib/secrets/model";
import { DownloadButton } from "./download-button";
import { curlCall, ENV_FILE, envFile, NODE_FILE, nodeCall } from "./starter-kit";
import { useSecretWords } from "./words";

/** What a developer needs for the first call, without the secret. */
export function StarterKit({ clientId, kind }: { clientId: string; kind: SecretKind }) {
  const words = useSecretWords();
  const keys = envFile({ clientId, kind });
  return (
    <Disclosure summary={words.kit}>
      <div className="flex min-w-0 flex-col gap-6">
        <p>{words.kitAbout}</p>
        <Snippet
          title={`1. ${ENV_FILE}`}
          copy={words.copyFile(ENV_FILE)}
          text={keys}
          file={ENV_FILE}
        />
        <Snippet title={`2. ${words.withCurl}`} copy={words.copyCurl} text={curlCall} />
        <Snippet title={words.withNode} copy={words.copyNode} text={nodeCall} file={NODE_FILE} />
      </div>
    </Disclosure>
  );
}

function Snippet({
  title,
  copy,
  text,
  file,
}: {
  title: string;
  copy: string;
  text: string;
  file?: string;
}) {
  const { download } = useSecretWords();
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="font-semibold">{title}</figcaption>
      <pre
        translate="no"
        className="whitespace-pre-wrap rounded-control bg-surface p-3 font-mono text-sm wrap-anywhere"
      >
        {text}
      </pre>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={text} label={copy} variant="secondary" />
        {file && <DownloadButton text={text} file={file} label={download(file)} />}
      </div>
    </figure>
  );
}
