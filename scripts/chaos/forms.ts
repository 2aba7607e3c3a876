/*
 * Forms as React writes them: attributes in double quotes, entities for what is special. That is
 * all of HTML these pages hold, so no parser is needed.
 */

/** What a browser sends of a page when this button is pressed, but for files. */
export function pressed(html: string, button: string): FormData {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  for (const form of forms) {
    const found = [...form.matchAll(/(<button\b[^>]*>)([\s\S]*?)<\/button>/g)].find(
      ([, , inside = ""]) => decoded(inside.replace(/<[^>]*>/g, "")).trim() === button,
    );
    if (!found) continue;
    const { name, value = "" } = attributesOf(found[1] ?? "");
    const fields = fieldsOf(form);
    if (name) fields.append(name, value);
    return fields;
  }
  throw new Error(`The page has no form with the button ${button}`);
}

function fieldsOf(form: string): FormData {
  const fields = new FormData();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const { name, type = "text", value = type === "checkbox" ? "on" : "" } = attributesOf(tag);
    const chosen = !["checkbox", "radio"].includes(type) || /\schecked=""/.test(tag);
    if (name && chosen && !["file", "submit", "button"].includes(type)) fields.append(name, value);
  }
  for (const [, tag = "", text = ""] of form.matchAll(/(<textarea\b[^>]*>)([^<]*)<\/textarea>/g)) {
    const { name } = attributesOf(tag);
    if (name) fields.append(name, decoded(text).replace(/^\n/, ""));
  }
  for (const [, tag = "", options = ""] of form.matchAll(
    /(<select\b[^>]*>)([\s\S]*?)<\/select>/g,
  )) {
    const { name } = attributesOf(tag);
    const all = options.match(/<option\b[^>]*>/g) ?? [];
    const chosen = all.find((option) => /\sselected=""/.test(option)) ?? all[0];
    if (name && chosen) fields.append(name, attributesOf(chosen).value ?? "");
  }
  return fields;
}

function attributesOf(tag: string): Record<string, string> {
  const pairs = [...tag.matchAll(/\s([\w$:-]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, decoded(value)]));
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity);
}

/** Whether a page says so: what a form could also have answered stands in its scripts. */
export function says(html: string, text: string): boolean {
  return html.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, "").includes(text);
}
