import type { Stoppable } from "@/lib/notifications/model";

type Text = {
  title: string;
  /** What ends, and what does not. */
  about: string;
  button: string;
  done: string;
};

/** Mails to staff that can be stopped from the mail itself. */
export const stopTexts: Record<Exclude<Stoppable["kind"], "reminders">, Text> = {
  turn: {
    title: "Mails when it is your turn",
    about: "You get one whenever a customer of yours waits for you.",
    button: "Stop these mails",
    done: "You get no more mails when it is your turn. You can switch them on again under Notifications.",
  },
  digest: {
    title: "Daily digest",
    about: "You get one each morning on which a customer waits for your team.",
    button: "Stop the digest",
    done: "You get no more digests. You can switch them on again under Notifications.",
  },
};
