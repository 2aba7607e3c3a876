import "server-only";

/** What a mail is made of: whom it was queued for, and identifiers. */
export type MailFacts = { recipient: string; parameters: Record<string, string> };

export function required(parameters: MailFacts["parameters"], name: string): string {
  const value = parameters[name];
  if (value === undefined) throw new TypeError(`Mail parameter ${name} is missing`);
  return value;
}

export function numberOf(parameters: MailFacts["parameters"], name: string): number {
  const number = Number(required(parameters, name));
  if (!Number.isInteger(number)) throw new TypeError(`Mail parameter ${name} is not a number`);
  return number;
}
