import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { reviewComments } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { staff, applicant as stranger, system } from "@/scripts/testing/actors";
import { auditOf, readyDraft } from "@/scripts/testing/drafts";
import { fillIn, handedIn } from "@/scripts/testing/invitations";
import { comment, decide, request } from "@/scripts/testing/reviews";
import { addComment, removeComment } from "./comment";
import { commentsForApplicant } from "./comments-for-applicant";
import { COMMENT_LENGTH_MAX } from "./model";

const website = { step: "company", path: "website", body: "Which one?", internal: false } as const;

describe("a comment", () => {
  test("is pinned to a field, and audited without its words", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    const body = await comment(onboarder, customerId);
    const kept = await db
      .select()
      .from(reviewComments)
      .where(eq(reviewComments.customerId, customerId));
    expect(kept).toMatchObject([
      { step: "company", path: "website", body, internal: false, reviewId: null },
    ]);
    expect((await auditOf(customerId)).at(-1)).toBe("review.asked");
  });

  test.each([
    ["no words", { body: " \n " }, "empty"],
    ["a letter's worth of words", { body: "x".repeat(COMMENT_LENGTH_MAX + 1) }, "too_long"],
    ["a field nobody has", { path: "password" }, "not_found"],
    [
      "a question about a section the customer does not see",
      { step: "products", path: "products" },
      "not_theirs",
    ],
  ] as const)("with %s is refused", async (_, wrong, code) => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    const refused = await addComment(onboarder, { ...website, customerId, ...wrong });
    expect(refused).toEqual({ ok: false, error: { code } });
  });

  test("can be a note about any section", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    const note = { ...website, customerId, step: "products", path: "", internal: true } as const;
    expect(await addComment(onboarder, note)).toMatchObject({ ok: true });
  });

  test("waits for a decision: before and after there is nothing to say", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    await comment(onboarder, customerId);
    await decide(onboarder, customerId, request);
    expect(await addComment(onboarder, { ...website, customerId })).toEqual({
      ok: false,
      error: { code: "not_in_review", status: "CHANGES_REQUESTED" },
    });
  });

  test.each([
    ["a viewer", () => staff("viewer")],
    ["an invited customer", async () => stranger],
    ["the system", async () => system],
  ])("is not for %s", async (_, who) => {
    const { customerId, applicant } = await handedIn(await staff("onboarder"));
    for (const actor of [await who(), applicant]) {
      await expect(addComment(actor, { ...website, customerId })).rejects.toThrow(ForbiddenError);
      await expect(removeComment(actor, { customerId, id: "com_1" })).rejects.toThrow(
        ForbiddenError,
      );
    }
  });

  test("is taken back while it has not gone out; a note only by who wrote it", async () => {
    const [author, colleague] = [await staff("onboarder"), await staff("admin")];
    const { customerId } = await handedIn(author);
    await comment(author, customerId);
    await comment(author, customerId, { internal: true });
    await comment(author, customerId, { path: "companyName" });
    const rows = await db
      .select()
      .from(reviewComments)
      .where(eq(reviewComments.customerId, customerId))
      .orderBy(reviewComments.at);
    const [question, note, asked] = rows.map(({ id }) => ({ customerId, id }));
    if (!question || !note || !asked) throw new Error("A comment is missing");
    expect(await removeComment(colleague, question)).toMatchObject({ ok: true });
    expect(await removeComment(colleague, note)).toMatchObject({ error: { code: "not_found" } });
    expect(await removeComment(author, note)).toMatchObject({ ok: true });
    await decide(author, customerId, request);
    expect(await removeComment(author, asked)).toMatchObject({ error: { code: "not_in_review" } });
  });
});

describe("what the customer reads", () => {
  test("is what went out, latest review first, and says which still counts", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    const first = await comment(onboarder, customerId);
    expect(await commentsForApplicant(db, customerId)).toEqual([]);
    await decide(onboarder, customerId, request);
    await fillIn(applicant);
    await submitForReview(applicant, { customerId, addendumVersion: null });
    const second = await comment(onboarder, customerId, { path: "companyName" });
    await decide(onboarder, customerId, request);
    const read = await commentsForApplicant(db, customerId);
    expect(read.map(({ body, latest, path }) => [body, latest, path])).toEqual([
      [second, true, "companyName"],
      [first, false, "website"],
    ]);
  });

  test("never has a word of an internal note, whatever is written and decided", async () => {
    const onboarder = await staff("onboarder");
    const places = [
      { step: "company", path: "website" },
      { step: "company", path: "" },
      { step: "contacts", path: "technical" },
      { step: "redirect-uris", path: "redirectUris" },
    ] as const;
    const act = fc.oneof(
      fc.record({ place: fc.constantFrom(...places), internal: fc.boolean() }),
      fc.constant("decide" as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
        const { customerId, applicant } = await handedIn(onboarder);
        const secret: string[] = [];
        const told: string[] = [];
        let asked: string[] = [];
        for (const one of acts) {
          if (one === "decide") {
            const decided = await decide(onboarder, customerId, request);
            expect(decided.ok).toBe(asked.length > 0);
            if (!decided.ok) continue;
            told.push(...asked);
            asked = [];
            await submitForReview(applicant, { customerId, addendumVersion: null });
          } else {
            const body = await comment(onboarder, customerId, {
              ...one.place,
              internal: one.internal,
            });
            (one.internal ? secret : asked).push(body);
          }
        }
        const read = (await commentsForApplicant(db, customerId)).map(({ body }) => body);
        expect(read.toSorted()).toEqual(told.toSorted());
        expect(read.filter((body) => secret.includes(body))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test("has nothing of a review of what a colleague handed in", async () => {
    const [author, colleague] = [await staff("onboarder"), await staff("onboarder")];
    const customerId = await readyDraft(author);
    await submitForReview(author, { customerId, addendumVersion: null });
    await comment(colleague, customerId);
    expect(await decide(colleague, customerId, request)).toEqual({
      ok: true,
      value: { status: "READY" },
    });
    expect(await commentsForApplicant(db, customerId)).toEqual([]);
  });
});

describe("the database", () => {
  test("lets no note go out, and nothing that went out change", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    await comment(onboarder, customerId);
    await comment(onboarder, customerId, { internal: true });
    await decide(onboarder, customerId, request);
    const rows = await db
      .select()
      .from(reviewComments)
      .where(eq(reviewComments.customerId, customerId));
    const sent = rows.find(({ internal }) => !internal);
    const note = rows.find(({ internal }) => internal);
    if (!sent || !note) throw new Error("A comment is missing");
    const change = (id: string, values: Partial<typeof sent>) =>
      db.update(reviewComments).set(values).where(eq(reviewComments.id, id));
    await expect(change(note.id, { reviewId: sent.reviewId })).rejects.toThrow();
    await expect(change(note.id, { internal: false })).rejects.toThrow();
    await expect(change(note.id, { internal: false, reviewId: sent.reviewId })).rejects.toThrow();
    await expect(change(sent.id, { body: "Something else" })).rejects.toThrow();
    await expect(db.delete(reviewComments).where(eq(reviewComments.id, sent.id))).rejects.toThrow();
    const { id: _id, ...copy } = note;
    await expect(
      db.insert(reviewComments).values({ ...copy, reviewId: sent.reviewId }),
    ).rejects.toThrow();
  });
});
