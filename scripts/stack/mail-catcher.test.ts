import { createTransport } from "nodemailer";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CaughtMessage, type MailCatcher, startMailCatcher } from "./mail-catcher";

let catcher: MailCatcher;

beforeAll(async () => {
  catcher = await startMailCatcher({ httpPort: 0 });
});

afterAll(() => catcher.stop());

beforeEach(async () => {
  await fetch(`${catcher.url}/messages`, { method: "DELETE" });
});

test("shows a message the way its reader sees it", async () => {
  await send({ subject: "Grüße ✓", text: "Hallo", html: "<p>Hallo</p>" });

  const [message] = await messages();
  expect(message).toMatchObject({
    from: "portal@demo.test",
    to: "a@demo.test, b@demo.test",
    subject: "Grüße ✓",
    text: "Hallo",
  });
  expect(message?.html).toContain("<p>Hallo</p>");
  expect(Date.parse(message?.receivedAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
});

test("lists the newest first, and for one recipient when asked", async () => {
  await send({ subject: "first" });
  await send({ subject: "second", to: "c@demo.test" });

  expect((await messages()).map(({ subject }) => subject)).toEqual(["second", "first"]);
  expect((await messages("?to=C@demo.test")).map(({ subject }) => subject)).toEqual(["second"]);
});

test("refuses as many messages as it was told to, then takes them again", async () => {
  await fetch(`${catcher.url}/refuse`, { method: "POST", body: JSON.stringify({ times: 1 }) });

  await expect(send({ subject: "refused" })).rejects.toMatchObject({ responseCode: 451 });
  await send({ subject: "taken" });

  expect((await messages()).map(({ subject }) => subject)).toEqual(["taken"]);
});

// Guarantees that no web page can read sign-in links by giving this machine a name of its own.
test("answers only under the names of this machine", async () => {
  const { request } = await import("node:http");
  const status = await new Promise((resolve) => {
    request(`${catcher.url}/messages`, { headers: { host: "evil.test" } }, (response) =>
      resolve(response.resume().statusCode),
    ).end();
  });

  expect(status).toBe(403);
});

test("has a page to look at", async () => {
  const page = await (await fetch(catcher.url)).text();

  expect(page).toContain("<title>Inbox</title>");
  expect(page).not.toMatch(/(src|href)="https?:/);
});

async function messages(query = ""): Promise<CaughtMessage[]> {
  return (await (await fetch(`${catcher.url}/messages${query}`)).json()) as CaughtMessage[];
}

async function send(mail: { subject: string; to?: string; text?: string; html?: string }) {
  const transport = createTransport(catcher.smtpUrl);
  await transport.sendMail({
    from: "Vestibule <portal@demo.test>",
    to: "a@demo.test, B <b@demo.test>",
    text: "…",
    ...mail,
  });
}
