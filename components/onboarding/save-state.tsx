import { NewTabLink } from "@/components/ui/text-link";
import type { SaveState } from "./autosave";
import { clock } from "./describe-change";

const safe: SaveState["kind"][] = ["idle", "saving", "saved"];

export function isSafe({ kind }: SaveState): boolean {
  return safe.includes(kind);
}

/** How safe what was typed is; in colour where it is not. */
export function SaveStateLine({
  state,
  news,
  guest,
}: {
  state: SaveState;
  news: string;
  guest?: { href: string } | undefined;
}) {
  return (
    <div className="-mt-4 flex min-h-6 flex-wrap gap-x-4 text-muted text-sm">
      <p id="save-state" className={isSafe(state) ? undefined : "font-medium text-you"}>
        <noscript>Answers are saved when you choose Continue</noscript>
        <span className="noscript:hidden">{saveStateInWords(state)}</span>
        {state.kind === "signed_out" && (
          <>
            {" "}
            <NewTabLink href={guest?.href ?? "/sign-in"}>
              {guest ? "Open your link" : "Sign in"}
            </NewTabLink>
          </>
        )}
      </p>
      {news !== "" && <p>{news}</p>}
    </div>
  );
}

export function saveStateInWords(state: SaveState): string {
  switch (state.kind) {
    case "idle":
      return "Answers are saved as you type";
    case "saving":
      return "Saving…";
    case "saved":
      return `Saved ${clock(state.at)}`;
    case "retrying":
      return "Not saved – trying again";
    case "offline":
      return "Offline – kept on this device";
    case "signed_out":
      return "Not saved – you are signed out. Kept on this device.";
    case "stopped":
      return "Not saved";
  }
}
