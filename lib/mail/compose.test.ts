import { beforeAll, expect, test } from "vitest";
import { stubEnvironment } from "@/scripts/testing/stub-environment";
import { composeMail, UnknownTemplateError } from "./compose";

beforeAll(() => stubEnvironment());

const facts = { recipient: "ann@acme.com", parameters: { linkId: "link_1" } };

test.each(["no-such-template", "constructor", "__proto__"])(
  "refuses the template %s",
  async (name) => {
    await expect(composeMail(name, facts)).rejects.toThrow(UnknownTemplateError);
  },
);

test("a mail without what it is made of is not made", async () => {
  await expect(composeMail("sign-in-link", { ...facts, parameters: {} })).rejects.toThrow("linkId");
  await expect(composeMail("invitation", facts)).rejects.toThrow("invitationId");
  const odd = { ...facts, parameters: { deviceId: "dev_1", serial: "x" } };
  await expect(composeMail("device-code", odd)).rejects.toThrow("serial");
});
