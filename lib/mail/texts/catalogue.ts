import "server-only";
import type { Language } from "@/lib/languages/model";
import { en, type Texts } from "./en";
import { es } from "./es";
import { fr } from "./fr";

export const catalogue: Record<Language, Texts> = { en, es, fr };
