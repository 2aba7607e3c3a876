import "server-only";
import type { CSSProperties } from "react";

const font = "system-ui, -apple-system, Roboto, Arial, sans-serif";

/** Names and addresses of any length break within the column. */
const breaking: CSSProperties = { overflowWrap: "anywhere", wordBreak: "break-word" };

const text: CSSProperties = {
  ...breaking,
  color: "#0f172b",
  fontFamily: font,
  fontSize: "16px",
  lineHeight: "24px",
};

/** Colours and sizes of the portal, written into each element: mail programs drop style sheets. */
export const light = {
  text,
  muted: { ...text, color: "#45556c", fontSize: "14px", lineHeight: "20px" },
  link: { ...breaking, color: "#432dd7", textDecoration: "underline" },
  button: {
    ...text,
    backgroundColor: "#432dd7",
    borderRadius: "8px",
    color: "#ffffff",
    fontWeight: 600,
    padding: "10px 16px",
    textDecoration: "none",
  },
  line: { border: 0, borderTop: "1px solid #cad5e2" },
  quote: { borderLeft: "3px solid #cad5e2", margin: "8px 0 16px", padding: "0 0 0 12px" },
} satisfies Record<string, CSSProperties>;

/** For programs that do keep one; the others make colours of their own for the dark. */
export const darkColours = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #020618 !important; }
  .text { color: #f1f5f9 !important; }
  .muted { color: #90a1b9 !important; }
  .link { color: #a3b3ff !important; }
  .button { background-color: #a3b3ff !important; color: #020618 !important; }
  .line, .quote { border-color: #314158 !important; }
}`;
