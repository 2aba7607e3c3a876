import type { Messages } from "./catalogues";
import type { Language } from "./model";

declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}
