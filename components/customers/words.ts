import type { CustomerRow } from "@/lib/customers/model";
import type { Turn } from "@/lib/statuses/model";

/** A draft may be older than its name. */
export function nameOf({ companyName }: { companyName: string }): string {
  return companyName || "Unnamed customer";
}

/** Whose move a status waits for. A live customer waits for none, whatever its line says of banks. */
export const turnLabels: Record<Turn, string> = {
  you: "You",
  customer: "Customer",
  plaid: "Plaid or a bank",
  nobody: "–",
};

/** Whose move it is, as a sentence beside the badge. */
export const turnSentences: Record<Exclude<Turn, "nobody">, string> = {
  you: "Your turn",
  customer: "The customer's turn",
  plaid: "Plaid's or a bank's turn",
};

const numbers = new Intl.NumberFormat("en-US");

export function formatCount(count: number): string {
  return numbers.format(count);
}

/** "1 customer", "1,204 customers" */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

type Banks = Pick<CustomerRow, "banksTotal" | "banksEnabled" | "banksAttention">;

/** "7 of 9 enabled · 1 needs attention" */
export function banksSummary({ banksTotal, banksEnabled, banksAttention }: Banks): string {
  const enabled = `${formatCount(banksEnabled)} of ${formatCount(banksTotal)} enabled`;
  if (banksAttention === 0) return enabled;
  return `${enabled} · ${formatCount(banksAttention)} ${banksAttention === 1 ? "needs" : "need"} attention`;
}

const days = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `2022-12-19`, or the instant of a day, becomes "19 Dec 2022". */
export function formatDay(day: string): string {
  const instant = new Date(day);
  return Number.isNaN(instant.getTime()) ? day : days.format(instant);
}
