import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { SecretKind } from "@/lib/secrets/model";
import { DownloadButton } from "./download-button";
import { curlCall, ENV_FILE, envFile, NODE_FILE, nodeCall } from "./starter-kit";

/** What a developer needs for the first call, without the secret. */
export function StarterKit({ clientId, kind }: { clientId: string; kind: SecretKind }) {
  const keys = envFile({ clientId, kind });
  return (
    <Disclosure summary="Starter kit: the first call">
      <div className="flex min-w-0 flex-col gap-6">
        <p>
          The call below asks for the name of one bank. An answer proves that the keys work; nothing
          is changed, and nothing is billed.
        </p>
        <Snippet title={`1. ${ENV_FILE}`} copy={`Copy ${ENV_FILE}`} text={keys} file={ENV_FILE} />
        <Snippet title="2. With curl" copy="Copy the curl call" text={curlCall} />
        <Snippet
          title="Or with Node.js and Plaid's own library"
          copy="Copy the Node.js call"
          text={nodeCall}
          file={NODE_FILE}
        />
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
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3>{title}</h3>
      <pre
        translate="no"
        className="whitespace-pre-wrap rounded-control bg-surface p-3 font-mono text-sm wrap-anywhere"
      >
        {text}
      </pre>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={text} label={copy} variant="secondary" />
        {file && <DownloadButton text={text} file={file} />}
      </div>
    </section>
  );
}
