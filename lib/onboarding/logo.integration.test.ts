import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { logos } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { getLogo, keepLogo } from "./logo";

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

test("a file that is no logo is not stored", async () => {
  const before = await db.$count(logos);
  const kept = await keepLogo(await staff("onboarder"), Buffer.from("GIF89a"));
  expect(kept).toEqual({ ok: false, error: { code: "not_png", seen: "GIF" } });
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
