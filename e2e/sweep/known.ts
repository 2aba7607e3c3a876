import { inDatabase } from "@/e2e/database";
import { productGroups } from "@/lib/products/model";

/** What people wrote, and what is called the same everywhere. */
export async function knownTexts(): Promise<(string | RegExp)[]> {
  // Longer ones first: one begins as another is called.
  const products = productGroups
    .flatMap((group) => group.products.map(({ name }) => name as string))
    .toSorted((a, b) => b.length - a.length);
  const written = await inDatabase(async (database) => {
    const [partner] = await database`select partner_name, greeting from partner_settings`;
    const people = await database`select name from users`;
    const wordings = await database`select title, body from attestation_texts`;
    const submissions = await database`select reference from submissions`;
    // Names are filled in where they are shown, and no full stop is said twice.
    const parts = wordings.flatMap(({ title, body }) => [title, ...body.split(/\{\w+\}|[.,]/)]);
    return [partner?.partner_name, partner?.greeting]
      .concat(people.map(({ name }) => name))
      .concat(submissions.map(({ reference }) => reference))
      .concat(parts.filter((part) => part.length > 3));
  });
  const own = [/Harbor [0-9a-f]{8}( Inc\.)?/g, "Ana Ruiz", "Bo Li", "Vestibule"];
  const address = ["12 Harbor Street", "Boston", /\bMA\b/g, "United States"];
  const files = ["plaid.env", ".env", "first-call.mjs", /\b(sandbox|production)\b/g];
  return [...own, ...address, ...files, ...products, ...written.filter(Boolean)];
}
