import { randomUUID } from "node:crypto";
import { callAction } from "./actions";
import { linkAttacks } from "./apply-attacks";
import { inDatabase } from "./database";
import { expect, stack, test } from "./fixtures";
import { codeFor, enter, type MadeInvitation, makeInvitation } from "./invitations";

/** Everything of an application that somebody could have changed. */
function kept({ customerId, invitationId }: MadeInvitation) {
  return inDatabase(
    (database) => database`
      select c.status, i.steps, i.submitted_at, i.revoked_at, i.opened_at, i.expires_at,
        (select jsonb_agg(answers order by step) from step_answers s where s.customer_id = c.id) as answers,
        (select count(*) from invitations o where o.customer_id = c.id) as links,
        (select count(*) from submissions u where u.customer_id = c.id) as submissions
      from customers c join invitations i on i.id = ${invitationId} where c.id = ${customerId}`,
  );
}

test("who has only the link changes nothing and learns nothing", async ({ request }) => {
  const invitation = await makeInvitation({ stage: "filled", name: `Secret ${randomUUID()}` });
  const { path, customerId, companyName, email } = invitation;
  const token = path.split("/").at(-1) ?? "";
  const before = await kept(invitation);
  for (const make of Object.values(linkAttacks)) {
    const answer = await callAction(request, make({ token, customerId, colleagueId: "inv_x" }));
    expect(answer.status()).toBeLessThan(500);
    const text = await answer.text();
    expect(text).not.toContain(companyName);
    expect(text).not.toContain(email);
  }
  const origin = stack().portalUrl;
  const answers = await request.post(`/api${path}/answers/company`, {
    data: { editor: "attacker", seq: 1, base: 1, patch: { companyName: "Taken over" } },
    headers: { origin },
  });
  expect(answers.status()).toBe(401);
  const png = { "content-type": "image/png", origin };
  expect((await request.post(`/api${path}/logo`, { data: "x", headers: png })).status()).toBe(401);
  expect((await request.get(`/api${path}/logos/${"0".repeat(64)}`)).status()).toBe(404);
  expect(await kept(invitation)).toEqual(before);
});

test("a page of another site does nothing in an invited person's name", async ({
  page,
  context,
}) => {
  const invitation = await makeInvitation({ stage: "filled" });
  await enter(page, invitation);
  const before = await kept(invitation);
  const { path, customerId } = invitation;
  const link = { token: path.split("/").at(-1) ?? "", customerId, colleagueId: "inv_x" };
  const foreign = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "null", "sec-fetch-site": "cross-site" },
  ];
  for (const headers of foreign) {
    for (const name of ["saveSectionAction", "handInAction", "forwardSectionsAction"]) {
      const attack = linkAttacks[name]?.(link);
      if (!attack) throw new Error(`The attack ${name} is gone`);
      await callAction(context.request, { ...attack, headers });
    }
    const answer = await context.request.post(`/api${path}/answers/company`, {
      data: { editor: "attacker", seq: 1, base: 9, patch: { companyName: "Taken over" } },
      headers,
    });
    expect(answer.status()).toBe(403);
  }
  expect(await kept(invitation)).toEqual(before);
});

test("one link opens nothing of another", async ({ page, context }) => {
  const [own, other] = [
    await makeInvitation({ sections: "support" }),
    await makeInvitation({ stage: "filled", name: `Secret ${randomUUID()}` }),
  ];
  await enter(page, own);
  const before = await kept(other);
  for (const path of ["", "/company", "/check", "/forward"]) {
    const answer = await context.request.get(`${other.path}${path}`);
    expect(await answer.text()).not.toContain(other.companyName);
  }
  const headers = { origin: stack().portalUrl };
  const data = { editor: "attacker", seq: 1, base: 9, patch: { companyName: "Taken over" } };
  for (const [path, status] of [
    [`/api${other.path}/answers/company`, 401],
    [`/api${own.path}/answers/company`, 404],
    [`/api/onboardings/${own.customerId}/answers/support`, 401],
    [`/api/onboardings/${other.customerId}/answers/company`, 401],
  ] as const) {
    expect((await context.request.post(path, { data, headers })).status(), path).toBe(status);
  }
  for (const path of ["/", "/customers", `/customers/${own.customerId}`, "/review"]) {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).not.toBe(200);
  }
  expect(await kept(other)).toEqual(before);
  expect(await codeFor(own.email)).toMatch(/^\d{6}$/);
});
