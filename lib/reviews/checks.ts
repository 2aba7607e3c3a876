import "server-only";
import { domainToUnicode } from "node:url";
import { fieldsOf } from "@/lib/answers/model";
import type { OnboardingView } from "@/lib/drafts/model";
import { fieldAt } from "@/lib/fields/model";
import { inSentence } from "@/lib/languages/model";
import { foldName } from "@/lib/names/model";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";
import { type CheckCode, checkCodes, type Finding, type ReviewCheck } from "./model";

type Facts = Pick<OnboardingView, "answers" | "checks"> & {
  logo: { transparent: boolean } | null;
};

type Found = Finding & { code: CheckCode };

/** Everything worth a second look in answers somebody else typed, sorted by what was looked at. */
export function reviewChecks(facts: Facts): ReviewCheck[] {
  const found = [...ofSteps(facts), ...ofLetters(facts), ...ofLogo(facts)];
  return checkCodes.map((code) => ({
    code,
    findings: found
      .filter((one) => one.code === code)
      .map(({ step, path, text }) => ({ step, path, text })),
  }));
}

export function countFindings(checks: ReviewCheck[]): number {
  return checks.reduce((count, { findings }) => count + findings.length, 0);
}

/** What is said about each answer while it is typed. */
function ofSteps({ checks }: Facts): Found[] {
  return answerSteps.flatMap((step) => {
    const { sent, errors, warnings } = checks[step];
    return Object.entries({ ...warnings, ...errors }).map(([path, text]) => {
      const letters = isPunycode(valueAt(sent, path)) && !isMail(path);
      return { code: letters ? "letters" : codeAt(step, path), step, path, text };
    });
  });
}

/** A host name that is written in other letters than it is sent in. */
function isPunycode(sent: string): boolean {
  return /(^|[@./])xn--/.test(sent);
}

function isMail(path: string): boolean {
  return path.endsWith("email");
}

const codes: [field: RegExp, code: CheckCode][] = [
  [/^company\.(companyName|legalEntityName|applicationName)$/, "names"],
  [/^company\.website$|\.email$|^support\.(contactUrl|linkUpdateUrl)$/, "addresses"],
  [/^support\.phoneNumber$/, "phone"],
  [/^logo\./, "logo"],
  [/^redirect-uris\./, "redirect_uris"],
];

function codeAt(step: AnswerStep, path: string): CheckCode {
  return codes.find(([field]) => field.test(`${step}.${path}`))?.[1] ?? "other";
}

/** Letters of one script among those of another, and mail domains that are sent in other letters. */
function ofLetters({ answers, checks }: Facts): Found[] {
  const { companyName, legalEntityName, applicationName } = answers.company;
  const names = Object.entries({ companyName, legalEntityName, applicationName }).flatMap(
    ([path, name]) => mixedWords(name).map((text) => ({ step: "company" as const, path, text })),
  );
  const mails = (["contacts", "support"] as const).flatMap((step) =>
    Object.entries(fieldsOf(checks[step].sent))
      .filter(([path, value]) => isMail(path) && isPunycode(String(value)))
      .map(([path, value]) => ({ step, path, text: mailText(step, path, String(value)) })),
  );
  return [...names, ...mails].map((one) => ({ ...one, code: "letters" }));
}

function mailText(step: AnswerStep, path: string, sent: string): string {
  const host = sent.slice(sent.lastIndexOf("@") + 1);
  const label = inSentence(fieldAt(step, path)?.label ?? path);
  return `The domain of the ${label}, ${domainToUnicode(host)}, is sent as ${host}. Check that no letter only looks like the one that is meant`;
}

const scripts = [
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Greek", /\p{Script=Greek}/gu],
] as const;

/** Words that read as Latin and are not, within a name that is. */
function mixedWords(name: string): string[] {
  const words = name.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const latin = words.some((word) => /\p{Script=Latin}/u.test(word));
  return words.flatMap((word) =>
    scripts.flatMap(([script, letters]) => {
      const foreign = [...new Set(word.match(letters) ?? [])];
      const mixed = foreign.length > 0 && /\p{Script=Latin}/u.test(word);
      const disguised = foreign.length > 0 && latin && /^[a-z0-9]+$/.test(foldName(word));
      if (!mixed && !disguised) return [];
      return `${word} has ${script} letters that look Latin: ${foreign.map(named).join(", ")}`;
    }),
  );
}

function named(letter: string): string {
  const code = letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `${letter} (U+${code})`;
}

function ofLogo({ answers, logo }: Facts): Found[] {
  const about = (text: string): Found[] => [{ code: "logo", step: "logo", path: "logo", text }];
  if (logo?.transparent) {
    return about(
      "The logo has transparent areas. Banks may show it on a white or a dark background",
    );
  }
  const none = answers.logo.logo === "" && !answers.logo.createLinkCustomization;
  return none ? about("No logo was given, so people see yours in Link") : [];
}

function valueAt(answers: object, path: string): string {
  const [list = path, row] = path.split(/\.(?=\d+$)/);
  const value: unknown = fieldsOf(answers)[list];
  return String(Array.isArray(value) && row ? (value[Number(row)] ?? "") : (value ?? ""));
}
