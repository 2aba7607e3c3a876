import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { showsGallery } from "@/lib/env";
import { Actions } from "./actions";
import { Banks } from "./banks";
import { Customer } from "./customer";
import { Customers } from "./customers";
import { Fields } from "./fields";
import { Frame } from "./frame";
import { SystemHealth } from "./health";
import { Invitations } from "./invitations";
import { Keys } from "./keys";
import { Overviews } from "./overview";
import { Questions } from "./questions";
import { Review } from "./review";
import { Texts } from "./texts";
import { Wizard } from "./wizard";

export const metadata: Metadata = { title: "Gallery" };

/** Every component in every state: what is looked at, and what the sweep goes over. */
export default function GalleryPage() {
  if (!showsGallery()) notFound();
  return (
    <NextIntlClientProvider>
      <main className="mx-auto flex max-w-app flex-col gap-16 px-4 py-8">
        <h1>Gallery</h1>
        <Texts />
        <Actions />
        <Fields />
        <Frame />
        <Overviews />
        <Customers />
        <Customer />
        <Questions />
        <Keys />
        <Banks />
        <Wizard />
        <Invitations />
        <Review />
        <SystemHealth />
      </main>
    </NextIntlClientProvider>
  );
}
