import type { Route } from "next";
import type { ReactNode, SyntheticEvent } from "react";
import type { Role } from "@/lib/auth/model";
import { CommandMenu } from "./command-menu";
import { KeyboardDialog } from "./keyboard-dialog";
import { press } from "./press";

export type Means = {
  role: Role;
  /** What the menu can have the server do. */
  act: Record<"start" | "reviewNext", () => Promise<void>>;
  go: (place: Route) => void;
  show: (dialog: ReactNode) => void;
};

/** Answers a key, or the button of the search. While a dialog is open the keys are its own. */
export function answer(event: KeyboardEvent | SyntheticEvent, means: Means): void {
  if (document.querySelector("dialog[open]")) return;
  const close = () => means.show(null);
  const open = {
    menu: () => means.show(<CommandMenu {...means} close={close} />),
    help: () => means.show(<KeyboardDialog close={close} />),
  };
  if (!("key" in event) || event.ctrlKey || event.metaKey) open.menu();
  else if (!event.altKey) press(event.key, { ...open, go: means.go });
}
