import type { Stoppable } from "@/lib/notifications/model";

type Text = {
  title: string;
  /** What ends, and what does not. */
  about: string;
  button: string;
  done: string;
};

/** Each kind of mail that can be stopped from the mail itself. */
export const stopTexts: Record<Stoppable["kind"], Text> = {
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
  reminders: {
    title: "Reminders",
    about:
      "You get up to three about one invitation. Its link goes on working, and so do mails about your answers.",
    button: "Stop the reminders",
    done: "You get no more reminders about this invitation. Its link goes on working.",
  },
};
