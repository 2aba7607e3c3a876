"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { announce } from "@/components/frame/announce";
import type { LogoStudio } from "./logo-studio";

export type GivenImage = {
  file: Blob;
  name: string;
  /** Goes to the editor in any case, with this background or its own. */
  edit?: { background: string | undefined };
};

type Opened = { key: number; image: GivenImage; Studio: typeof LogoStudio };

/** The tools for an image are loaded when there is one: most steps of the wizard never need them. */
export function useLogoStudio() {
  const t = useTranslations("logo");
  const [opened, setOpened] = useState<Opened>();
  const [underWay, setUnderWay] = useState(false);
  const [failed, setFailed] = useState(false);
  const latest = useRef(0);

  async function open(given: GivenImage | Promise<GivenImage>) {
    const key = begin(true);
    try {
      const [image, { LogoStudio: Studio }] = await Promise.all([given, import("./logo-studio")]);
      if (key === latest.current) setOpened({ key, image, Studio });
    } catch {
      if (key !== latest.current) return;
      setUnderWay(false);
      setFailed(true);
      announce(t("studio.notOpened"), "alert");
    }
  }

  /** @param logo the picture itself where it is here already, else its address. */
  function openStored(logo: Blob | string, background?: string) {
    const file = typeof logo === "string" ? fetchLogo(logo) : Promise.resolve(logo);
    const edit = { background };
    return open(file.then((picture) => ({ file: picture, name: t("stored.title"), edit })));
  }

  function begin(isUnderWay: boolean): number {
    setFailed(false);
    setUnderWay(isUnderWay);
    latest.current += 1;
    return latest.current;
  }

  function close() {
    begin(false);
    setOpened(undefined);
  }

  const problem = failed ? t("studio.notOpened") : undefined;
  return { opened, underWay, setUnderWay, problem, open, openStored, close };
}

async function fetchLogo(src: string): Promise<Blob> {
  const answer = await fetch(src);
  if (!answer.ok) throw new Error(`The logo was answered with ${answer.status}`);
  return answer.blob();
}
