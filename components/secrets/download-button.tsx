"use client";

import { Button } from "@/components/ui/button";
import { Download } from "@/components/ui/icons";

/** Saves a text as a file without any address: what is in it is on the page already. */
export function DownloadButton({
  text,
  file,
  label,
  about,
}: {
  text: string;
  file: string;
  label: string;
  /** Read after the label, where several buttons have the same. */
  about?: string;
}) {
  function download() {
    const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = file;
    link.click();
    // Browsers read the text after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(address), 1_000);
  }

  return (
    <Button type="button" variant="secondary" onClick={download} className="noscript:hidden">
      <Download />
      {label}
      {about && <span className="sr-only"> {about}</span>}
    </Button>
  );
}
