"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { LogoPreviews } from "./logo-previews";
import { useObjectUrl } from "./use-object-url";

export function LogoSending({ image, children }: { image: Blob; children: ReactNode }) {
  const t = useTranslations("logo.studio");
  const src = useObjectUrl(image);
  return (
    <>
      <LogoPreviews src={src} label={t("previews")} />
      {children}
    </>
  );
}

export function UploadProgress({
  name,
  percent,
  onCancel,
}: {
  name: string;
  percent: number;
  onCancel: () => void;
}) {
  const t = useTranslations("logo.studio");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <progress
        max={100}
        value={percent}
        aria-label={t("uploading", { name })}
        className="h-2 min-w-0 flex-1 basis-40 appearance-none overflow-hidden rounded-full bg-line forced-colors:appearance-auto [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-primary"
      />
      <p className="text-muted text-sm tabular-nums">
        {percent < 100 ? t("progress", { percent: Math.floor(percent) }) : t("checking")}
      </p>
      <Button type="button" variant="secondary" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </div>
  );
}
