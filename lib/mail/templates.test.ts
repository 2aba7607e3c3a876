import { beforeAll, expect, test } from "vitest";
import { linkToken } from "@/lib/auth/link-token";
import { stubEnvironment } from "@/scripts/testing/stub-environment";
import { compose, toHtml, toText, UnknownTemplateError } from "./templates";

beforeAll(() => stubEnvironment());

const facts = { recipient: "ann@acme.com", parameters: { linkId: "link_1" } };

test("both forms of a sign-in mail carry the same link", async () => {
  const letter = await compose("sign-in-link", facts);
  if (!letter) throw new Error("There is no letter");
  const link = `https://portal.example.com/sign-in/confirm?token=${linkToken("link_1")}`;
  expect(toText(letter)).toContain(`${link}&email=ann%40acme.com\n`);
  expect(toHtml(letter)).toContain(`href="${link}&amp;email=ann%40acme.com"`);
});

test("what people chose cannot become markup", () => {
  const nasty = `"><img src=x onerror=alert('1')>&`;
  const html = toHtml({
    subject: nasty,
    paragraphs: [nasty, { label: nasty, href: `https://portal.example.com/?${nasty}` }],
  });
  expect(html).not.toContain("<img");
  expect(html).toContain("&quot;&gt;&lt;img src=x onerror=alert(&#39;1&#39;)&gt;&amp;");
});

test.each(["no-such-template", "constructor", "__proto__"])(
  "refuses the template %s",
  async (name) => {
    await expect(compose(name, facts)).rejects.toThrow(UnknownTemplateError);
  },
);

test("a mail without what its link needs is not made", async () => {
  await expect(compose("sign-in-link", { ...facts, parameters: {} })).rejects.toThrow("linkId");
});
