"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type RefObject, useEffect, useEffectEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { LOGO_EDGE_PX, LOGO_FILE_FIELD } from "@/lib/logos/model";

const ANY_IMAGE = "image/png,image/jpeg,image/webp,image/svg+xml,image/gif";

type Choose = (file: Blob, name: string) => unknown;

/**
 * Takes an image that is chosen, dropped or pasted. Without JavaScript it is a plain file field of
 * the form; with it the file goes its own way, so the field has no name.
 */
export function LogoField({
  input,
  replaces,
  open,
  onChoose,
  ...about
}: {
  input: RefObject<HTMLInputElement | null>;
  /** Whether there is a logo already. */
  replaces: boolean;
  /** Whether a chosen image still waits for its end. */
  open: boolean;
  onChoose: Choose;
} & Pick<ComponentProps<typeof Field>, "chip" | "warning" | "error">) {
  const t = useTranslations("logo.field");
  const hint = t("hint", { edge: String(LOGO_EDGE_PX) });
  const hydrated = useHydrated();
  const dragged = useDropAndPaste(t("pasted"), (file, name) => {
    if (input.current) showIn(input.current, file);
    onChoose(file, name);
  });
  function choose() {
    const file = input.current?.files?.[0];
    if (file) onChoose(file, file.name);
  }
  const chooseEarly = useEffectEvent(choose);
  // Chosen before the page came to life.
  useEffect(() => chooseEarly(), []);
  useEffect(() => (open ? () => takeBack(input.current) : undefined), [open, input]);

  return (
    <div
      className={`flex flex-col gap-2 rounded-card border border-dashed p-4 ${dragged ? "border-primary bg-surface" : ""}`}
    >
      <Field
        ref={input}
        id="logo"
        name={hydrated ? undefined : LOGO_FILE_FIELD}
        label={t("label")}
        type="file"
        accept={hydrated ? ANY_IMAGE : "image/png"}
        onChange={choose}
        hint={replaces ? `${hint} ${t("replaces")}` : hint}
        {...about}
        className="cursor-pointer file:mr-3 file:cursor-pointer file:rounded-control file:border file:border-control file:bg-page file:px-3 file:py-1 file:text-ink"
      />
      <p className="text-muted text-sm noscript:hidden">{t("orDrop")}</p>
    </div>
  );
}

/** Its image is stored or discarded: the field is empty again, and has the focus that went with it. */
function takeBack(input: HTMLInputElement | null): void {
  if (!input) return;
  input.value = "";
  if (document.activeElement === document.body) input.focus();
}

/** The field names the file that came another way, too. */
function showIn(input: HTMLInputElement, file: Blob): void {
  const transfer = new DataTransfer();
  if (file instanceof File) transfer.items.add(file);
  input.files = transfer.files;
}

/**
 * Anywhere on the page: a file that misses the field must not open in place of the page.
 *
 * @param drawingName of an SVG that comes without a file.
 */
function useDropAndPaste(drawingName: string, choose: Choose): boolean {
  const [dragged, setDragged] = useState(false);

  const onDrag = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setDragged(event.type !== "dragleave" || event.relatedTarget !== null);
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    setDragged(false);
    take(event, event.dataTransfer?.files[0]);
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { files, text } = pasted(event);
    // Drawing programs copy an SVG as its text.
    const isDrawing = /^\s*<(\?xml|svg)/.test(text);
    const drawing = isDrawing
      ? new File([text], drawingName, { type: "image/svg+xml" })
      : undefined;
    take(event, files[0] ?? drawing);
  });
  function take(event: Event, file: File | undefined) {
    if (!file) return;
    event.preventDefault();
    choose(file, file.name);
  }

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    for (const type of ["dragenter", "dragover", "dragleave"] as const) {
      document.addEventListener(type, (event) => onDrag(event), { signal });
    }
    document.addEventListener("drop", (event) => onDrop(event), { signal });
    document.addEventListener("paste", (event) => onPaste(event), { signal });
    return () => listening.abort();
  }, []);
  return dragged;
}

function pasted({ clipboardData }: ClipboardEvent) {
  return {
    files: clipboardData?.files ?? [],
    text: clipboardData?.getData("text/plain") ?? "",
  };
}
