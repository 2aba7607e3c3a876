import "server-only";
import { domainToUnicode } from "node:url";
import { fieldsOf } from "@/lib/answers/model";
import type { OnboardingView } from "@/lib/drafts/model";
import { foldName } from "@/lib/names/model";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";
import { type CheckCode, checkCodes, type Finding, type Remark, type ReviewCheck } from "./model";

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
      .map(({ step, path, remark }) => ({ step, path, remark })),
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
      const remark: Remark = { code: "said", text };
      return { code: letters ? "letters" : codeAt(step, path), step, path, remark };
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
    ([path, name]) =>
      mixedWords(name).map((remark) => ({ step: "company" as const, path, remark })),
  );
  const mails = (["contacts", "support"] as const).flatMap((step) =>
    Object.entries(fieldsOf(checks[step].sent))
      .filter(([path, value]) => isMail(path) && isPunycode(String(value)))
      .map(([path, value]) => ({ step, path, remark: ofDomain(String(value)) })),
  );
  return [...names, ...mails].map((one) => ({ ...one, code: "letters" }));
}

function ofDomain(mail: string): Remark {
  const sent = mail.slice(mail.lastIndexOf("@") + 1);
  return { code: "domain", shown: domainToUnicode(sent), sent };
}

const scripts = [
  ["cyrillic", /\p{Script=Cyrillic}/gu],
  ["greek", /\p{Script=Greek}/gu],
] as const;

/** Words that read as Latin and are not, within a name that is. */
function mixedWords(name: string): Remark[] {
  const words = name.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const latin = words.some((word) => /\p{Script=Latin}/u.test(word));
  return words.flatMap((word) =>
    scripts.flatMap(([script, letters]) => {
      const foreign = [...new Set(word.match(letters) ?? [])];
      const mixed = foreign.length > 0 && /\p{Script=Latin}/u.test(word);
      const disguised = foreign.length > 0 && latin && /^[a-z0-9]+$/.test(foldName(word));
      if (!mixed && !disguised) return [];
      return [{ code: "letters" as const, word, script, letters: foreign }];
    }),
  );
}

function ofLogo({ answers, logo }: Facts): Found[] {
  const about = (remark: Remark): Found[] => [{ code: "logo", step: "logo", path: "logo", remark }];
  if (logo?.transparent) return about({ code: "transparent" });
  const none = answers.logo.logo === "" && !answers.logo.createLinkCustomization;
  return none ? about({ code: "no_logo" }) : [];
}

function valueAt(answers: object, path: string): string {
  const [list = path, row] = path.split(/\.(?=\d+$)/);
  const value: unknown = fieldsOf(answers)[list];
  return String(Array.isArray(value) && row ? (value[Number(row)] ?? "") : (value ?? ""));
}
