import "server-only";
import apply from "./apply.json";
import fields from "./fields.json";
import handover from "./handover.json";
import instead from "./instead.json";
import logo from "./logo.json";
import products from "./products.json";
import redirectUris from "./redirectUris.json";
import steps from "./steps.json";
import ui from "./ui.json";
import values from "./values.json";

export const en = {
  apply,
  fields,
  handover,
  instead,
  logo,
  products,
  redirectUris,
  steps,
  ui,
  values,
};
