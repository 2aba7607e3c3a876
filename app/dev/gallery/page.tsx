import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { showsGallery } from "@/lib/env";
import { Fields } from "./fields";

export const metadata: Metadata = { title: "Gallery" };

/** Every component in every state: what is looked at, and what accessibility is tested on. */
export default function GalleryPage() {
  if (!showsGallery()) notFound();
  return (
    <main className="mx-auto flex max-w-app flex-col gap-12 px-4 py-8">
      <h1>Gallery</h1>
      <Fields />
    </main>
  );
}
