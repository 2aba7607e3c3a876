import type { Page } from "@playwright/test";
import type { Role } from "@/lib/auth/model";

/**
 * A guest is an invited customer on a device that gave the code; somebody with a second factor has
 * proven it, or is waiting to.
 */
export type Visitor = Extract<Role, "admin" | "viewer"> | "nobody" | "guest" | "proven" | "waiting";

export type SweptPage = {
  path: string;
  /** Nobody where the page is for people who are not signed in. */
  as: Visitor;
  /** Brings the page into the state to look at. */
  prepare?: (page: Page) => Promise<void>;
};

export function visited(as: Visitor, paths: string[]): SweptPage[] {
  return paths.map((path) => ({ path, as }));
}

/** A form sent with nothing in it. */
export function refused(button: string) {
  return async (page: Page) => {
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  };
}
