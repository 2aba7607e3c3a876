import type { ComponentProps } from "react";
import { Live } from "@/components/live/live";
import { shownPoint } from "@/lib/auth/session";

/** Part of a page that stays up to date. The point is that of the whole request. */
export async function LiveArea(props: Omit<ComponentProps<typeof Live>, "point">) {
  return <Live {...props} point={await shownPoint()} />;
}
