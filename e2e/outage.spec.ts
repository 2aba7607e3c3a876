import { randomFrom } from "@/scripts/chaos/random";
import { signIn } from "@/scripts/chaos/staff";
import { startWorld } from "@/scripts/chaos/world";
import { createLifetime } from "@/scripts/stack/lifetime";
import { temporaryFolder } from "@/scripts/testing/temporary";
import { expect, test } from "./fixtures";

const KILLS = 3;
const CALLERS = 12;

test("PostgreSQL killed under load: the portal says so, lives on and comes back by itself", async ({
  page,
}) => {
  const lifetime = createLifetime();
  let over = false;
  let callers: Promise<void>[] = [];
  try {
    const { path: dataDir } = await lifetime.start(async () => temporaryFolder("outage"));
    const setting = {
      random: randomFrom("outage"),
      smoke: true,
      note: () => {},
      dataDir,
      lifetime,
    };
    const world = await startWorld(setting, { workers: 1 });
    const [portal] = world.portals;
    const [worker] = world.workers;
    if (!portal || !worker) throw new Error("A world has a portal, and the worker asked for.");
    await page.context().addCookies([{ name: "vestibule.language", value: "fr", url: portal.url }]);
    const staff = await signIn(world);
    const statusOf = async (path: string) => (await staff.get(portal, path)).status;
    const keepCalling = async () => {
      while (!over) await statusOf("/customers");
    };
    callers = Array.from({ length: CALLERS }, keepCalling);

    for (let kill = 0; kill < KILLS; kill++) {
      await world.database.kill();
      await expect.poll(() => statusOf("/api/health/ready")).toBe(503);
      expect(await statusOf("/api/health/live")).toBe(200);
      expect(await statusOf("/customers")).toBe(503);
      await page.goto(`${portal.url}/sign-in`);
      await expect(
        page.getByRole("heading", { name: "There is a problem with the service" }),
      ).toBeVisible();
      for (const link of ["apply/nothing", "handover/nothing"]) {
        await page.goto(`${portal.url}/${link}`);
        await expect(
          page.getByRole("heading", { name: "Le service rencontre un problème" }),
        ).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("lang", "fr");
      }
      await world.database.start();
      await expect.poll(() => statusOf("/customers")).toBe(200);
      await expect.poll(() => statusOf("/api/health/ready")).toBe(200);
    }
    // Neither was started again, so both are the processes they were.
    expect([portal.isUp(), worker.isUp()]).toEqual([true, true]);
  } finally {
    over = true;
    await Promise.allSettled(callers);
    await lifetime.end();
  }
});
