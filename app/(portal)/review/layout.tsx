import type { ReactNode } from "react";
import { Texts } from "@/components/languages/texts";
import { Shortcuts } from "@/components/review/shortcuts";
import { wantsSingleKeys } from "@/lib/auth/session";

export default async function ReviewLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      {(await wantsSingleKeys()) && (
        <Texts of={["review.keys"]}>
          <Shortcuts />
        </Texts>
      )}
    </>
  );
}
