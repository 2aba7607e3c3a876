import { readdirSync } from "node:fs";

/** Pages of `app`, by their folders, that none of `paths` leads to. */
export function leftOut(paths: string[]): string[] {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => toRoute(file.replace(/\/?page\.tsx$/, "")))
    // A name goes before what stands for any.
    .toSorted((a, b) => a.open - b.open);
  const reached = new Set(
    paths.map((path) => {
      const [pathname = ""] = path.split("?");
      return routes.find(({ pattern }) => pattern.test(pathname))?.folder;
    }),
  );
  return routes.map(({ folder }) => folder).filter((folder) => !reached.has(folder));
}

function toRoute(folder: string) {
  const parts = folder.split("/").filter((part) => part !== "" && !part.startsWith("("));
  const pattern = parts.map((part) => (part.startsWith("[") ? "/[^/]+" : `/${part}`)).join("");
  const open = parts.filter((part) => part.startsWith("[")).length;
  return { folder, open, pattern: new RegExp(`^${pattern || "/"}$`) };
}
