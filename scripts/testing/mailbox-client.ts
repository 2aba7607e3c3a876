import { setTimeout as sleep } from "node:timers/promises";
import type { CaughtMessage } from "@/scripts/stack/mail-catcher";

const WAIT_MS = 10_000;

/** What the portal sent, as its readers would find it. */
export function createMailboxClient(urlOf: () => string) {
  async function messages(to?: string): Promise<CaughtMessage[]> {
    const query = to === undefined ? "" : `?to=${encodeURIComponent(to)}`;
    const answer = await fetch(`${urlOf()}/messages${query}`);
    return (await answer.json()) as CaughtMessage[];
  }

  return {
    url: urlOf,
    messages,
    clear: async () => {
      await fetch(`${urlOf()}/messages`, { method: "DELETE" });
    },
    /** The next `times` messages are refused with 451. */
    refuse: async (times: number) => {
      await fetch(`${urlOf()}/refuse`, { method: "POST", body: JSON.stringify({ times }) });
    },
    /** The newest message to this address that fits. Throws after `timeoutMs`. */
    waitFor: async (
      to: string,
      fits: (message: CaughtMessage) => boolean = () => true,
      timeoutMs = WAIT_MS,
    ): Promise<CaughtMessage> => {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const message = (await messages(to)).find(fits);
        if (message) return message;
        if (Date.now() > deadline) throw new Error(`No mail to ${to} within ${timeoutMs} ms.`);
        await sleep(50);
      }
    },
  };
}
