"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { announce } from "@/components/frame/announce";
import { type ImageFacts, inspectImage } from "@/lib/images/model";
import { type LogoProblem, logoProblems, type StoredLogo } from "@/lib/logos/model";
import { OPENED_BYTES_MAX } from "./logo-offer";
import { type Background, openPicture, type Picture } from "./logo-picture";
import { type UploadFailure, uploadLogo } from "./logo-upload";
import type { GivenImage } from "./use-logo-studio";

export type Stage =
  | { stage: "reading" }
  | { stage: "verdict"; problems: LogoProblem[]; unread?: boolean }
  | { stage: "editing"; picture: Picture; background: Background }
  | { stage: "uploading"; image: Blob; percent: number }
  | { stage: "failed"; image: Blob; why: UploadFailure };

export type ImageWork = ReturnType<typeof useImageWork>;

/** What becomes of an image until it is stored. Whatever is begun ends what was under way. */
export function useImageWork(
  { file, name, edit: wanted }: GivenImage,
  { uploadTo, onStored }: { uploadTo: string; onStored: (logo: StoredLogo, image: Blob) => void },
) {
  const t = useTranslations("logo.studio");
  const [at, show] = useState<Stage>({ stage: "reading" });
  const [facts, setFacts] = useState(() => inspectImage(new Uint8Array()));
  const { begin, cancel } = useWork();

  const read = useEffectEvent(async () => {
    const signal = begin();
    const found = await inspect(file).catch(() => undefined);
    if (signal.aborted) return;
    const problems = found ? logoProblems(found, name) : [];
    if (!found) return show({ stage: "verdict", problems, unread: true });
    setFacts(found);
    if (wanted) return edit(found, wanted.background);
    if (problems.length > 0) show({ stage: "verdict", problems });
    else await upload(file);
  });
  useEffect(() => void read(), []);

  async function edit(known: ImageFacts, background?: Background) {
    const signal = begin();
    const picture = await openPicture(file, known).catch(() => undefined);
    if (signal.aborted) return;
    if (picture) return show({ stage: "editing", picture, background });
    show({ stage: "verdict", problems: [{ code: "damaged", seen: known.format ?? "PNG" }] });
  }

  async function upload(image: Blob) {
    const signal = begin();
    const onProgress = (percent: number) => {
      if (!signal.aborted) show({ stage: "uploading", image, percent });
    };
    onProgress(0);
    const result = await uploadLogo(uploadTo, image, { onProgress, signal });
    if (signal.reason === REPLACED) return;
    if (result.outcome === "refused") show({ stage: "verdict", problems: [result.problem] });
    if (result.outcome === "failed") show({ stage: "failed", image, why: result.why });
    if (result.outcome !== "stored") return;
    announce(t("uploaded"));
    onStored(result.logo, image);
  }

  return { at, facts, edit: () => edit(facts), upload, cancel };
}

const REPLACED = "replaced";

/** One thing at a time, and nothing once the image is gone. */
function useWork() {
  const current = useRef(new AbortController());
  useEffect(() => () => current.current.abort(REPLACED), []);
  return {
    begin: (): AbortSignal => {
      current.current.abort(REPLACED);
      current.current = new AbortController();
      return current.current.signal;
    },
    cancel: () => current.current.abort(),
  };
}

/** Enough for format and size of a file that is too large to be opened. */
const HEAD_BYTES = 64 * 1024;

/** Rejects when the file is gone or may not be read. */
async function inspect(file: Blob): Promise<ImageFacts> {
  if (file.size <= OPENED_BYTES_MAX) return inspectImage(new Uint8Array(await file.arrayBuffer()));
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  // Only we cut it.
  return { ...inspectImage(head), bytes: file.size, damage: undefined };
}
