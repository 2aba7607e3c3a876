import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { logos } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { sentCustomer } from "@/scripts/testing/drafts";
import { awaitsLogo, getLogo, keepLogo, logoFacts } from "./logo";
import { startOnboarding } from "./start";

function draw(background: string): Promise<Buffer> {
  return sharp({ create: { width: 1024, height: 1024, channels: 3, background } })
    .png()
    .toBuffer();
}

test("a sound logo is stored once and comes back byte for byte", async () => {
  const onboarder = await staff("onboarder");
  const file = await draw("#432dd7");
  const [first, second] = [await keepLogo(onboarder, file), await keepLogo(onboarder, file)];
  if (!first.ok) throw new Error(first.error.code);
  expect(second).toEqual(first);
  const png = await getLogo(await staff("viewer"), first.value.sha256);
  expect((await sharp(png).metadata()).width).toBe(1024);
});

test("what is known of a stored logo is read from its bytes", async () => {
  const onboarder = await staff("onboarder");
  for (const background of ["#0b7285", "#0b728580"]) {
    const size = { width: 1024, height: 1024, channels: 4 } as const;
    const file = await sharp({ create: { ...size, background } })
      .png()
      .toBuffer();
    const kept = await keepLogo(onboarder, file);
    if (!kept.ok) throw new Error(kept.error.code);
    expect(await logoFacts(db, kept.value.sha256)).toEqual(kept.value);
    expect(kept.value.transparent).toBe(background.length > 7);
  }
});

test("only a draft that exists awaits a logo", async () => {
  const onboarder = await staff("onboarder");
  const draft = await startOnboarding(onboarder);
  expect(await awaitsLogo(onboarder, draft.id)).toEqual({ ok: true, value: null });
  expect(await awaitsLogo(onboarder, "cus_nobody")).toMatchObject({ error: { code: "not_found" } });
  const sent = await sentCustomer(onboarder);
  expect(await awaitsLogo(onboarder, sent.id)).toMatchObject({ error: { code: "already_sent" } });
  await expect(awaitsLogo(applicant, draft.id)).rejects.toThrow(ForbiddenError);
  await expect(awaitsLogo(await staff("viewer"), draft.id)).rejects.toThrow(ForbiddenError);
});

test("a file that is no logo is not stored", async () => {
  const before = await db.$count(logos);
  const kept = await keepLogo(await staff("onboarder"), Buffer.from("GIF89a"));
  expect(kept).toEqual({ ok: false, error: { code: "not_png", seen: "GIF", named: undefined } });
  expect(await db.$count(logos)).toBe(before);
});

test.each([
  ["a viewer", () => staff("viewer")],
  ["an invited customer", async () => applicant],
  ["the system", async () => system],
])("%s may not store one", async (_, actor) => {
  await expect(keepLogo(await actor(), await draw("#000000"))).rejects.toThrow(ForbiddenError);
});

test.each([
  ["an invited customer", applicant],
  ["the system", system],
])("%s may not look at one", async (_, actor) => {
  await expect(getLogo(actor, "0".repeat(64))).rejects.toThrow(ForbiddenError);
});

test("a hash without a logo finds nothing", async () => {
  expect(await getLogo(await staff("viewer"), "0".repeat(64))).toBeUndefined();
});
