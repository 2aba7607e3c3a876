import type { Page, Route } from "@playwright/test";
import { expect, test } from "./fixtures";
import { chooseLanguage, enter, makeInvitation } from "./invitations";
import { pictures } from "./pictures";
import { signal } from "./signal";

const words = {
  es: {
    section: "Empresa",
    field: "Nombre de la empresa",
    audience: "Quién ve esto: Solo Plaid",
    country: "Alemania",
    ask: "Introduzca el nombre de la empresa",
    next: "Continuar",
    saved: /^Guardado a las \d\d:\d\d$/,
    change: /^Cambiar\s?: nombre de la empresa$/,
    nothing: "No indicado",
  },
  fr: {
    section: "Entreprise",
    field: "Nom de l’entreprise",
    audience: /^Qui voit ceci\s: Plaid uniquement$/,
    country: "Allemagne",
    ask: "Saisissez le nom de l’entreprise",
    next: "Continuer",
    saved: /^Enregistré à \d\d:\d\d$/,
    change: /^Modifier\s: nom de l’entreprise$/,
    nothing: "Non indiqué",
  },
};

for (const [language, said] of Object.entries(words)) {
  test(`a section is corrected, kept and checked in ${language}`, async ({ page }) => {
    const invitation = await makeInvitation({ sections: "company support" });
    await enter(page, invitation);
    await chooseLanguage(page.context(), language);
    const field = page.getByLabel(said.field, { exact: true });

    await test.step("what is wrong is said, and leads to its field", async () => {
      await page.goto(`${invitation.path}/company`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(said.section);
      await expect(page.getByText(said.audience).first()).toBeAttached();
      await expect(page.getByRole("option", { name: said.country })).toBeAttached();
      await field.fill("");
      await page.getByRole("button", { name: said.next, exact: true }).click();
      await page.getByRole("alert").getByRole("link", { name: said.ask }).click();
      await expect(field).toBeFocused();
    });

    await test.step("what is typed is kept, and says so", async () => {
      await field.fill("Bahía & Compagnie");
      await expect(page.getByText(said.saved)).toBeVisible();
    });

    await test.step("the last page has it, and the way back", async () => {
      await page.goto(`${invitation.path}/check`);
      const answers = page.getByRole("main");
      await expect(answers).toContainText("Bahía & Compagnie");
      await expect(answers).toContainText(said.nothing);
      await page.getByRole("link", { name: said.change }).click();
      await expect(field).toBeFocused();
    });
  });
}

test("what is wrong follows the language, and what was typed stays", async ({ page }) => {
  const invitation = await makeInvitation({ sections: "company logo" });
  await enter(page, invitation);
  await chooseLanguage(page.context(), "es");
  const summary = page.getByRole("alert").first();

  await test.step("what the server found, even while it is still saving", async () => {
    await page.goto(`${invitation.path}/company`);
    await page.getByLabel("Nombre de la empresa", { exact: true }).fill("");
    await page.getByLabel("Sitio web").fill("http://harbor.example.com");
    await page.getByRole("button", { name: "Continuar", exact: true }).click();
    await expect(summary).toContainText("Introduzca el nombre de la empresa");
    await expect(page.getByText("Esta dirección usa http.")).toBeVisible();

    const release = await holdNextAnswer(page);
    await page.getByLabel("Ciudad").fill("Typed last");
    const french = page.getByRole("button", { name: "Français" });
    await french.click();
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    release();
    await expect(summary).toContainText("Saisissez le nom de l’entreprise");
    await expect(page.locator("#companyName-error")).toHaveText(/Saisissez le nom de/);
    await expect(page.getByText("Cette adresse utilise http.")).toBeVisible();
    await expect(page.getByText(/Introduzca|Esta dirección/)).toHaveCount(0);
    await expect(page).toHaveTitle(/^Erreur\s: Entreprise/);
    await expect(page.getByLabel("Ville")).toHaveValue("Typed last");
    await expect(french).toBeFocused();
  });

  await test.step("and again, with nothing left to save", async () => {
    await page.getByRole("button", { name: "English" }).click();
    await expect(summary).toContainText("Enter the company name");
    await expect(page.getByText("This is http.")).toBeVisible();
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(summary).toBeFocused();
  });

  await test.step("what the page itself found", async () => {
    await page.goto(`${invitation.path}/logo`);
    await expect(page.getByLabel("Logo", { exact: true })).not.toHaveAttribute("name");
    await page.getByLabel("Logo", { exact: true }).setInputFiles(await pictures.photo());
    await expect(page.getByText("This file is a JPEG")).toBeVisible();
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(summary).toContainText("The chosen image is not uploaded yet");
    await page.getByRole("button", { name: "Español" }).click();
    await expect(summary).toContainText("La imagen elegida aún no se ha subido");
    await expect(page.locator("#logo-error")).toContainText("La imagen elegida");
    await page.getByRole("button", { name: "Descartar esta imagen" }).click();
    await expect(page.locator("#logo-error")).toHaveCount(0);
  });
});

/** The next answer to what is typed is made at once, and comes when it is let. */
async function holdNextAnswer(page: Page): Promise<() => void> {
  const [held, release] = signal();
  const hold = async (route: Route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  };
  await page.route("**/api/apply/*/answers/*", hold, { times: 1 });
  return release;
}
