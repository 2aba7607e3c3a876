import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { inDatabase } from "./database";
import { expect, stack, test } from "./fixtures";
import { codeFor, makeInvitation, phone } from "./invitations";
import { Hand } from "./journey";
import { makeHandover } from "./keys";

async function invitedIn(language: string, stage: "invited" | "filled" = "invited") {
  const invitation = await makeInvitation({ stage });
  const { invitationId } = invitation;
  await inDatabase(
    (database) =>
      database`update invitations set language = ${language} where id = ${invitationId}`,
  );
  return invitation;
}

async function expectLanguage(page: Page, language: string, title: RegExp): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("button", { name: /^(English|Español|Français)$/ })).toHaveCount(3);
  await expect(page.locator("[aria-current=true][lang]")).toHaveAttribute("lang", language);
}

for (const javaScriptEnabled of [true, false]) {
  test(`an invitation opens in its language until another is chosen, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
  }) => {
    const { path } = await invitedIn("es");
    const context = await browser.newContext({
      ...phone,
      javaScriptEnabled,
      locale: "fr-FR",
      baseURL: stack().portalUrl,
    });
    const page = await context.newPage();
    await page.goto(`${path}?from=mail`);
    await expectLanguage(page, "es", /le pide algunos datos$/);
    await expect(page).toHaveTitle(/^Su solicitud – /);

    await page.getByRole("button", { name: "Français" }).click();
    await expectLanguage(page, "fr", /vous demande quelques informations$/);
    await expect(page).toHaveURL(new RegExp(`${path}\\?from=mail$`));
    await page.goto(`/handover/${randomUUID()}`);
    await expectLanguage(page, "fr", /^Ce lien ne fonctionne plus$/);
    await page.getByRole("button", { name: "English" }).click();
    await expectLanguage(page, "en", /^This link does not work any more$/);
    await context.close();
  });
}

test("a link that is worth nothing is told of in the browser's language", async ({ browser }) => {
  for (const [locale, language, title] of [
    ["fr-CA", "fr", /^Ce lien ne fonctionne plus$/],
    ["es-MX", "es", /^Este enlace ya no funciona$/],
    ["de-DE", "en", /^This link does not work any more$/],
  ] as const) {
    const context = await browser.newContext({ locale, baseURL: stack().portalUrl });
    const page = await context.newPage();
    await page.goto(`/apply/${randomUUID()}`);
    await expectLanguage(page, language, title);
    await context.close();
  }
});

test("what was typed stays when the language changes", async ({ page }) => {
  const { path } = await invitedIn("fr");
  await page.goto(path);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByLabel("Code à six chiffres").fill("12 34");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page).toHaveTitle(/^Erreur\s: Votre dossier/);
  await expect(page.getByRole("alert").first()).toContainText("Saisissez les six chiffres");

  await page.getByRole("button", { name: "Español" }).click();
  await expectLanguage(page, "es", /^Introduzca el código/);
  await expect(page.getByLabel("Código de seis dígitos")).toHaveValue("12 34");
  await expect(page.getByRole("alert").first()).toContainText("Introduzca los seis dígitos");
  await expect(page).toHaveTitle(/^Error: Su solicitud/);
});

test("staff stay English, whatever was chosen and their browser asks for", async ({ browser }) => {
  const context = await browser.newContext({ locale: "es-ES", baseURL: stack().portalUrl });
  const page = await context.newPage();
  await page.goto(`/apply/${randomUUID()}`);
  await page.getByRole("button", { name: "Français" }).click();
  await expectLanguage(page, "fr", /^Ce lien ne fonctionne plus$/);
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("button", { name: "E-mail me a sign-in link" })).toBeVisible();
  await context.close();
});

test("what stands in for a customer's page is in its language, too", async ({ browser }) => {
  const { path } = await invitedIn("es");
  const context = await browser.newContext({ locale: "fr-FR", baseURL: stack().portalUrl });
  const page = await context.newPage();
  for (const [address, language, title] of [
    [`${path}/nowhere`, "es", "Página no encontrada"],
    [`/handover/${randomUUID()}/nowhere`, "fr", "Page introuvable"],
    ["/unsubscribe/nothing", "fr", "Page introuvable"],
    ["/nowhere", "en", "Page not found"],
  ] as const) {
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page).toHaveTitle(new RegExp(`^${title} – `));
    // Customers have no business there.
    await expect(page.locator("main a[href='/']")).toHaveCount(language === "en" ? 1 : 0);
  }
  const headers = { origin: "https://evil.example", "accept-language": "fr" };
  for (const [address, title] of [
    [path, "Ne provient pas de ce portail"],
    ["/sign-in", "Not from this portal"],
  ] as const) {
    const answer = await context.request.post(address, { headers });
    expect(await answer.text()).toContain(`<h1>${title}</h1>`);
  }
  await context.close();
});

test("an application is handed in in Spanish, and its reminders are stopped", async ({ page }) => {
  const invitation = await invitedIn("es", "filled");
  const hand = new Hand(page);
  await page.goto(invitation.path);
  await hand.press("Empezar");
  await hand.enter("Código de seis dígitos", await codeFor(invitation.email));
  await hand.press("Continuar");
  await expect(page.getByRole("heading", { name: "Sus secciones" })).toBeVisible();
  await page.goto(invitation.stop);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await hand.press("No recibir más recordatorios");
  await expect(page.getByRole("main").getByRole("status")).toContainText(
    "El enlace sigue funcionando",
  );

  await page.goto(invitation.path);
  await page.getByRole("link", { name: "Comprobar y enviar" }).click();
  await hand.press("Enviar para su revisión");
  await expect(page.getByRole("heading", { name: "Sus respuestas se han enviado" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("las está revisando");
});

test("keys are received in French", async ({ page }) => {
  const { path, email } = await makeHandover();
  await inDatabase(
    (database) => database`update handovers set language = 'fr' where email = ${email}`,
  );
  const hand = new Hand(page);
  await page.goto(path);
  await hand.press("M’envoyer le code");
  await hand.enter("Code à six chiffres", await codeFor(email));
  await hand.press("Continuer");
  await hand.press("Montrer une fois");
  await expect(page.getByLabel(/^Secret Production de /)).toBeVisible();
  await hand.press("Terminé");
  await expect(page.getByText("Conservez le secret, puis cochez cette case")).toBeVisible();
  await hand.press("Español");
  await expect(page.getByText("Guarde el secreto y marque esta casilla")).toBeVisible();
  await expect(page.getByLabel(/^Secreto de Production de /)).toBeVisible();
  await hand.press("Français");
  await hand.tick("Je l’ai conservé");
  await hand.press("Terminé");
  await expect(page.getByRole("heading", { name: "Vous avez reçu les clés" })).toBeVisible();
});
