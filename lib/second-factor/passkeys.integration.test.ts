import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { findSession } from "@/lib/auth/sessions";
import { newPasskey } from "@/scripts/testing/passkey";
import { newSession, signedIn } from "@/scripts/testing/second-factor";
import { addPasskey, offerPasskey } from "./add-passkey";
import { askPasskey, givePasskey } from "./give-passkey";
import { getFactors } from "./queries";

const elsewhere = { origin: "https://evil.example" };
const wrong = { ok: false, error: { code: "wrong" } };

async function offered(person: Parameters<typeof offerPasskey>[0], token: string) {
  const offer = await offerPasskey(person, token);
  if (!offer.ok) throw new Error(offer.error.code);
  return offer.value;
}

async function asked(token: string) {
  const question = await askPasskey(token);
  if (!question) throw new Error("Nothing was asked");
  return question;
}

async function withPasskey() {
  const { person, token } = await signedIn("admin");
  const passkey = newPasskey();
  const response = passkey.create(await offered(person, token));
  const added = await addPasskey(person, { token, response, name: "Laptop" });
  if (!added.ok) throw new Error(added.error.code);
  return { person, passkey, token: added.value.token };
}

test("a passkey is made once, and lets later sessions in", async () => {
  const { person, passkey } = await withPasskey();
  expect((await getFactors(person)).factors).toMatchObject([{ kind: "passkey", name: "Laptop" }]);

  const token = await newSession(person);
  const question = await asked(token);
  expect(question).toMatchObject({ rpId: "localhost", allowCredentials: [{ type: "public-key" }] });
  const given = await givePasskey(token, passkey.answer(question), person.origin);
  if (!given.ok) throw new Error(given.error.code);
  expect(await findSession(token, { counts: false })).toBeUndefined();
  expect(await findSession(given.value.token, { counts: false })).toMatchObject({
    secondFactorAt: expect.any(Date),
  });
});

test("an answer is good for one question, asked of this very session", async () => {
  const { person, passkey } = await withPasskey();
  const [first, second] = [await newSession(person), await newSession(person)];
  const answer = passkey.answer(await asked(first));
  expect(await givePasskey(second, answer, person.origin)).toEqual(wrong);
  expect(await givePasskey(first, answer, person.origin)).toMatchObject({ ok: true });
  // The question is used up, whatever is answered.
  expect(await givePasskey(first, answer, person.origin)).toMatchObject({ ok: false });

  const third = await newSession(person);
  const question = await asked(third);
  await givePasskey(third, passkey.answer(question, elsewhere), person.origin);
  expect(await givePasskey(third, passkey.answer(question), person.origin)).toEqual(wrong);
});

test("an answer from another site, another host or another passkey is none", async () => {
  const { person, passkey } = await withPasskey();
  const token = await newSession(person);
  const origin = person.origin;
  const give = async (
    answer: (asked: { challenge: string }) => ReturnType<typeof passkey.answer>,
  ) => givePasskey(token, answer(await asked(token)), origin);
  expect(await give((question) => passkey.answer(question, elsewhere))).toEqual(wrong);
  expect(await give((question) => passkey.answer(question, { host: "evil.example" }))).toEqual(
    wrong,
  );
  expect(await give((question) => newPasskey().answer(question))).toEqual(wrong);
  expect(await give(() => passkey.answer({ challenge: "AAAA" }))).toEqual(wrong);
  expect(await give((question) => passkey.answer(question))).toMatchObject({ ok: true });
});

test("somebody else's passkey lets nobody in", async () => {
  const { passkey: foreign } = await withPasskey();
  const { person } = await withPasskey();
  const token = await newSession(person);
  const answer = foreign.answer(await asked(token));
  expect(await givePasskey(token, answer, person.origin)).toEqual(wrong);
});

test("a copy of a passkey that counts backwards is refused", async () => {
  const { person, passkey } = await withPasskey();
  await db
    .update(secondFactors)
    .set({ counter: 1_000 })
    .where(eq(secondFactors.userId, person.userId));
  const token = await newSession(person);
  expect(await givePasskey(token, passkey.answer(await asked(token)), person.origin)).toEqual(
    wrong,
  );
});

test("only what was made here, just now and for this session is kept", async () => {
  const { person, token } = await signedIn("viewer");
  const passkey = newPasskey();
  const add = (response: ReturnType<typeof passkey.create>) =>
    addPasskey(person, { token, response, name: "" });
  expect(await add(passkey.create({ challenge: "AAAA" }))).toEqual(wrong);
  expect(await add(passkey.create(await offered(person, token), elsewhere))).toEqual(wrong);
  const used = await offered(person, token);
  expect(await add(passkey.create({ challenge: "AAAA" }))).toEqual(wrong);
  expect(await add(passkey.create(used))).toEqual(wrong);
  expect((await getFactors(person)).factors).toEqual([]);
  expect(await askPasskey(token)).toBeUndefined();
  expect(await askPasskey("x".repeat(43))).toBeUndefined();
});

test("a passkey is not offered, nor taken, without a fresh proof of who it is", async () => {
  const { person, token } = await withPasskey();
  const late = { ...person, secondFactorAt: null };
  const stale = { ok: false, error: { code: "sign_in_again" } };
  expect(await offerPasskey(late, token)).toEqual(stale);
  const response = newPasskey().create(await offered(person, token));
  expect(await addPasskey(late, { token, response, name: "" })).toEqual(stale);
});
