import { parseArgs } from "node:util";
import { z } from "zod";
import { closeDatabase } from "@/db/client";
import { roles } from "@/lib/auth/model";
import { admitPerson } from "@/lib/auth/people";
import { emailSchema } from "@/lib/auth/schema";
import { issueSignInLink } from "@/lib/auth/sign-in-link";
import { ConfigurationError, env } from "@/lib/env";
import { describeFailure } from "@/lib/log";

const HELP = `Usage:
  npm run admin -- create-user --email E --name N --role ${roles.join("|")}
      adds a person to the team, or changes name and role; prints a sign-in link
  npm run admin -- sign-in-link --email E
      prints a sign-in link that works once and for 24 hours
`;

class UsageError extends Error {}

const person = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1).max(200),
  role: z.enum(roles),
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof UsageError || error instanceof ConfigurationError;
  process.stderr.write(`${expected ? error.message : unexpected(error)}\n`);
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
      await admitPerson(given);
      return await printLink(given.email);
    }
    case "sign-in-link":
      return await printLink(check(emailSchema, values.email, "email"));
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

function read(args: string[]) {
  try {
    const text = { type: "string" } as const;
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { email: text, name: text, role: text, help: { type: "boolean", short: "h" } },
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
