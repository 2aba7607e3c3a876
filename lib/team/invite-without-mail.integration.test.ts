import { expect, test } from "vitest";
import { staff } from "@/scripts/testing/actors";
import { openBrowser } from "@/scripts/testing/next-auth-browser";
import { invitedPerson } from "@/scripts/testing/team";
import { resendTeamInvitation } from "./invite";
import { getPerson } from "./queries";

process.env.SMTP_URL = "";

test("where no mail is sent, the admin is shown the link to hand over, and only the latest", async () => {
  const admin = await staff("admin");
  const { id } = await invitedPerson(admin);
  const linkNow = async () => (await getPerson(admin, id))?.invitation?.link ?? "";
  const first = await linkNow();
  expect(await linkNow()).toBe(first);

  await resendTeamInvitation(admin, id);
  const second = await linkNow();
  expect(second).not.toBe(first);
  expect(await openBrowser().redeem(first)).toBe("refused");
  const browser = openBrowser();
  expect(await browser.redeem(second)).toBe("signed in");
  expect(await browser.session()).toMatchObject({ userId: id });
  expect(await linkNow()).toBe("");
});
