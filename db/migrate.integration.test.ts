import { createHash, randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { runScript } from "@/scripts/stack/process";

const { superuserUrl, ownerUrl, appUrl } = inject("database");
const name = `empty_${randomUUID().replaceAll("-", "")}`;
const superuser = postgres(superuserUrl, { max: 1 });

afterAll(async () => {
  await superuser`drop database if exists ${superuser(name)} with (force)`;
  await superuser.end();
});

function at(url: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

test("several processes may start on an empty database at once", async () => {
  await superuser`create database ${superuser(name)} owner vestibule_owner`;
  const env = { ...process.env, DATABASE_URL: at(appUrl), DATABASE_OWNER_URL: at(ownerUrl) };
  await Promise.all(Array.from({ length: 4 }, () => runScript("scripts/migrate.ts", [], env)));

  const app = postgres(at(appUrl), { max: 1 });
  const [texts] = await app`select count(*)::int as count from attestation_texts`;
  expect(texts?.count).toBe(3);
  // The portal's role works with rows; it changes no table, and evidence only grows.
  await expect(app`create table mine (id int)`).rejects.toThrow("permission denied");
  await expect(app`drop table customers`).rejects.toThrow("must be owner");
  for (const statement of [
    "update audit_entries set action = 'x'",
    "delete from audit_entries",
    "truncate audit_entries",
    "update audit_people set name = 'x'",
    "delete from audit_people",
    "truncate audit_people",
    "delete from audit_heads",
    "update attestations set ip = 'x'",
    "delete from attestation_texts",
    "update submissions set ip = 'x'",
    "delete from reviews",
  ]) {
    await expect(app.unsafe(statement), statement).rejects.toThrow("permission denied");
  }
  await app.end();

  const owner = postgres(at(ownerUrl), { max: 1 });
  for (const table of [
    "attestation_texts",
    "audit_entries",
    "submissions",
    "reviews",
    "attestations",
  ]) {
    await expect(owner`delete from ${owner(table)}`, table).rejects.toThrow("append-only");
  }
  // Words are published one after the other, under the hash of the words themselves.
  const publish = (version: number) =>
    owner`insert into attestation_texts (kind, version, title, body, sha256)
      values ('due_diligence', ${version}, 'Title', 'Words', 'made up') returning sha256`;
  await expect(publish(3)).rejects.toThrow("follow one another");
  const [published] = await publish(2);
  expect(published?.sha256).toBe(createHash("sha256").update("Words").digest("hex"));
  await owner.end();
});
