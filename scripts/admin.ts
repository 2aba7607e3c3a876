import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import { describeVerdict } from "@/components/audit/texts";
import { closeDatabase } from "@/db/client";
import { verifyChain } from "@/lib/audit/verify";
import { roles } from "@/lib/auth/model";
import { admitPerson } from "@/lib/auth/people";
import { emailSchema } from "@/lib/auth/schema";
import { issueSignInLink } from "@/lib/auth/sign-in-link";
import { ConfigurationError, env } from "@/lib/env";
import { textsOf } from "@/lib/languages/catalogues";
import { describeFailure } from "@/lib/log";
import { resetFactorsByCommand } from "@/lib/second-factor/remove";
import { countByKey, MissingKeyError, rotateKeys } from "@/lib/secrets/rotate";

const HELP = `Usage:
  npm run admin -- create-user --email E --name N --role ${roles.join("|")}
      adds a person to the team, or changes name and role; prints a sign-in link
  npm run admin -- sign-in-link --email E
      prints a sign-in link that works once and for 24 hours
  npm run admin -- reset-factors --email E
      takes somebody's second factors and recovery codes away, and signs them out everywhere
  npm run admin -- rotate-keys
      seals every secret anew under the first key of SECRETS_KEYS, while the portal runs
  npm run admin -- verify-audit [--head SEQ:HASH]
      goes over the whole audit log; status 1 where an entry is not as it was written. A head that was
      noted before, on its page or in the log, must still be there
`;

class UsageError extends Error {}

const person = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1).max(200),
  role: z.enum(roles),
});

const head = z
  .string()
  .regex(/^\d{1,15}:[0-9a-f]{64}$/)
  .transform((text) => ({ seq: Number(text.split(":")[0]), hash: text.split(":")[1] ?? "" }))
  .optional();

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const expected = [UsageError, ConfigurationError, MissingKeyError].some(
    (known) => error instanceof known,
  );
  process.stderr.write(`${expected ? (error as Error).message : unexpected(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function run(args: string[]): Promise<number> {
  const { command, values } = read(args);
  if (values.help || command === undefined) {
    process.stdout.write(HELP);
    return values.help ? 0 : 1;
  }
  env();
  switch (command) {
    case "create-user": {
      const { email, name, role } = values;
      const given = check(person, { email, name, role });
      const admitted = await admitPerson(given);
      if (!admitted.ok)
        throw new UsageError(`${given.email} is the only admin: add another first.`);
      return await printLink(given.email);
    }
    case "sign-in-link":
      return await printLink(check(emailSchema, values.email, "email"));
    case "reset-factors":
      return await resetFactors(check(emailSchema, values.email, "email"));
    case "rotate-keys":
      return await rotate();
    case "verify-audit":
      return await verifyAudit(check(head, values.head, "head"));
    default:
      throw new UsageError(`${command} is not a command.\n\n${HELP}`);
  }
}

async function printLink(email: string): Promise<number> {
  const link = await issueSignInLink(email);
  if (link) process.stdout.write(`${link}\n`);
  else process.stderr.write(`Nobody with the address ${email} may sign in.\n`);
  return link ? 0 : 1;
}

async function resetFactors(email: string): Promise<number> {
  const done = await resetFactorsByCommand(email);
  if (done.ok) {
    process.stdout.write(`${email} has no second factor now and is signed out everywhere.\n`);
    return 0;
  }
  const known = done.error.code === "none" ? "has no second factor" : "is nobody of the team";
  process.stderr.write(`${email} ${known}. Nothing was changed.\n`);
  return 1;
}

async function rotate(): Promise<number> {
  process.stdout.write(`${await rotateKeys()} secrets were sealed anew.\n`);
  for (const [key, count] of Object.entries(await countByKey())) {
    process.stdout.write(`${key}: ${count}\n`);
  }
  return 0;
}

async function verifyAudit(noted: z.output<typeof head>): Promise<number> {
  const verdict = await verifyChain(noted);
  const t = createTranslator({ ...textsOf("en"), namespace: "audit" });
  process.stdout.write(`${describeVerdict(verdict, t)}\n`);
  if (verdict.whole && verdict.head) {
    process.stdout.write(`Head: ${verdict.head.seq}:${verdict.head.hash}\n`);
  }
  return verdict.whole ? 0 : 1;
}

function read(args: string[]) {
  try {
    const text = { type: "string" } as const;
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ email: text, name: text, role: text, head: text },
        help: { type: "boolean", short: "h" },
      },
    });
    return { command: positionals[0], values };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}

function check<S extends z.core.$ZodType>(schema: S, given: unknown, name?: string): z.output<S> {
  const parsed = z.safeParse(schema, given);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map(({ path }) => path.join(".") || name);
  const lines = [...new Set(names)].map((one) => `  --${one} is missing or not usable`);
  throw new UsageError(`${lines.join("\n")}\n\n${HELP}`);
}

/** Kinds and codes only: drivers quote what was written in their messages. */
function unexpected(error: unknown): string {
  return `The command did not work: ${Object.values(describeFailure(error)).join(" ")}`;
}
