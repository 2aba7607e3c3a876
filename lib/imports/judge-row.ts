import "server-only";
import { type Patch, withChoices, withPatch } from "@/lib/answers/model";
import { fieldAt } from "@/lib/fields/model";
import { foldName } from "@/lib/names/model";
import { checkStep } from "@/lib/onboarding/check-step";
import { type Answers, answerSteps, type PartnerDefaults } from "@/lib/onboarding/model";
import { layOver } from "@/lib/onboarding/payload";
import { productGroups } from "@/lib/products/model";
import { listCountries } from "@/lib/values/model";
import { mergeRedirectUris } from "@/lib/web-addresses/model";
import { type ImportPatches, type ImportProblems, importField, keyOf } from "./model";

export type Row = { cells: string[]; fixes: Record<string, string> };

/** What one row comes to by itself, by the checks of the wizard's own steps. */
export type Judged = {
  patches: ImportPatches;
  /** Only of what is given, and of the company's name: what is merely missing can be typed later. */
  problems: ImportProblems;
  missing: number;
  companyName: string;
  nameKeys: string[];
};

const COMPANY_NAME = "company.companyName";

export function judgeRow(row: Row, mapping: (string | null)[], partner: PartnerDefaults): Judged {
  const typed = typedIn(row, mapping);
  const patches = patchesOf(typed);
  const answers = answersOf(patches, partner);
  const problems: ImportProblems = {};
  let missing = 0;
  for (const step of answerSteps) {
    for (const [path, message] of Object.entries(checkStep(step, answers, partner).errors)) {
      const field = fieldAt(step, path);
      const key = field ? keyOf(field) : "";
      if (key === COMPANY_NAME || typed[key]) problems[key] ??= message;
      else missing += 1;
    }
  }
  const { company } = answers;
  const companyName = company.companyName.trim();
  return { patches, problems, missing, companyName, nameKeys: nameKeysOf(company) };
}

/** What stands in a field: what was put right, else the file's cell. */
export function typedIn({ cells, fixes }: Row, mapping: (string | null)[]): Record<string, string> {
  const inFile = mapping.flatMap((key, column) => (key ? [[key, cells[column] ?? ""]] : []));
  const typed = { ...Object.fromEntries(inFile), ...fixes };
  const given = Object.entries<string>(typed).map(([key, text]) => [key, text.trim()] as const);
  return Object.fromEntries(given.filter(([key, text]) => text !== "" && importField(key)));
}

function patchesOf(typed: Record<string, string>): ImportPatches {
  const patches: ImportPatches = {};
  for (const [key, text] of Object.entries(typed)) {
    const field = importField(key);
    if (!field) continue;
    patches[field.step] = { ...patches[field.step], [field.path]: formValue(key, text) };
  }
  return Object.fromEntries(
    Object.entries(patches).map(([step, patch]) => [step, withChoices(patch as Patch)]),
  );
}

/** As a form would hold it. */
function formValue(key: string, text: string): string | string[] {
  if (key === "company.address.countryCode") return countryCodeOf(text);
  if (key === "products.products") return text.split(/[\s]*[,;|\n][\s]*/).map(productCodeOf);
  if (key === "redirect-uris.redirectUris") return mergeRedirectUris([], text.replaceAll(";", " "));
  return text;
}

const countryCodes = new Map(listCountries().map(({ code, name }) => [foldName(name), code]));

function countryCodeOf(text: string): string {
  const code = text.toUpperCase();
  return code.length === 2 ? code : (countryCodes.get(foldName(text)) ?? text);
}

const productCodes = new Map(
  productGroups.flatMap(({ products }) =>
    products.flatMap(({ code, name }) => [code, name].map((called) => [foldName(called), code])),
  ),
);

function productCodeOf(text: string): string {
  return productCodes.get(foldName(text)) ?? text;
}

function answersOf(patches: ImportPatches, partner: PartnerDefaults): Answers {
  const steps = answerSteps.map((step) => {
    const blank = layOver(step, undefined, partner);
    return [step, withPatch(blank, patches[step] ?? {})] as const;
  });
  // Each entry has the shape of its own step.
  return Object.fromEntries(steps) as Answers;
}

/** By which two rows are one customer; equal names of different kinds are not. */
function nameKeysOf({ companyName, legalEntityName, applicationName }: Answers["company"]) {
  const keys = [
    ["company", companyName],
    ["legal", legalEntityName],
    ["application", applicationName],
  ].map(([kind, name]) => [kind, foldName(name ?? "")]);
  return keys.filter(([, key]) => key !== "").map((pair) => pair.join(":"));
}
