import type { FieldValue } from "@/lib/answers/model";

/** Puts a value into the inputs of one name: boxes are ticked, radios chosen, text is written. */
export function setControls(form: HTMLFormElement, path: string, value: FieldValue): void {
  for (const control of form.querySelectorAll(`[name="${CSS.escape(path)}"]`)) {
    if (control instanceof HTMLSelectElement) control.value = String(value);
    if (!(control instanceof HTMLInputElement)) continue;
    if (control.type === "radio") control.checked = control.value === value;
    else if (control.type !== "checkbox") control.value = String(value);
    else control.checked = Array.isArray(value) ? value.includes(control.value) : value === true;
  }
}
