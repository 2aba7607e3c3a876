"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { SecretKind } from "@/lib/secrets/model";
import { DownloadButton } from "./download-button";
import { curlCall, ENV_FILE, envFile, NODE_FILE, nodeCall } from "./starter-kit";

/** What a developer needs for the first call, without the secret. */
export function StarterKit({ clientId, kind }: { clientId: string; kind: SecretKind }) {
  const t = useTranslations("handover.kit");
  const keys = envFile({ clientId, kind });
  return (
    <Disclosure summary={t("title")}>
      <div className="flex min-w-0 flex-col gap-6">
        <p>{t("about")}</p>
        <Snippet
          title={`1. ${ENV_FILE}`}
          copy={t("copyEnv", { file: ENV_FILE })}
          text={keys}
          file={ENV_FILE}
        />
        <Snippet title={`2. ${t("curl")}`} copy={t("copyCurl")} text={curlCall} />
        <Snippet title={t("node")} copy={t("copyNode")} text={nodeCall} file={NODE_FILE} />
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
  const t = useTranslations("handover.value");
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
        {file && <DownloadButton text={text} file={file} label={t("download", { file })} />}
      </div>
    </figure>
  );
}
