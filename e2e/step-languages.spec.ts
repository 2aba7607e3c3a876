import { expect, stack, test } from "./fixtures";
import { enter, makeInvitation } from "./invitations";

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
    const chosen = { name: "vestibule.language", value: language, url: stack().portalUrl };
    await page.context().addCookies([chosen]);
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
