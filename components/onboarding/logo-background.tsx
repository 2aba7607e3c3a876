"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Background } from "./logo-picture";

const choices = [
  { name: "transparent", colour: undefined },
  { name: "white", colour: "#ffffff" },
  { name: "black", colour: "#000000" },
] as const;

/** What is behind the image where it does not reach. */
export function LogoBackground({
  background,
  onChange,
}: {
  background: Background;
  onChange: (background: Background) => void;
}) {
  const t = useTranslations("logo.editor");
  const group = useId();
  const isOwn = !choices.some(({ colour }) => colour === background);
  const [own, setOwn] = useState(isOwn && background ? background : "#808080");
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{t("background")}</legend>
      {choices.map(({ name, colour }) => (
        <Radio
          key={name}
          group={group}
          label={t(name)}
          checked={colour === background}
          onChoose={() => onChange(colour)}
        />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Radio group={group} label={t("own")} checked={isOwn} onChoose={() => onChange(own)} />
        <input
          type="color"
          aria-label={t("ownColour")}
          form=""
          value={own}
          onChange={({ target }) => {
            setOwn(target.value);
            onChange(target.value);
          }}
          className="h-control w-12 cursor-pointer rounded-control border border-control bg-page p-1"
        />
      </div>
    </fieldset>
  );
}

function Radio({
  group,
  label,
  checked,
  onChoose,
}: {
  group: string;
  label: string;
  checked: boolean;
  onChoose: () => void;
}) {
  return (
    <label className="flex min-h-8 items-center gap-3 pointer-coarse:min-h-control">
      <input
        type="radio"
        name={group}
        // No part of the step's form: nothing of it is an answer.
        form=""
        checked={checked}
        onChange={onChoose}
        className="size-6 shrink-0 accent-primary"
      />
      {label}
    </label>
  );
}
