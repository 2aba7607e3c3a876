import { z } from "zod";
import { roles } from "@/lib/auth/model";
import { emailSchema } from "@/lib/auth/schema";
import { NAME_LENGTH_MAX } from "./model";

export const inviteSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(NAME_LENGTH_MAX)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: names are written into mails and logs
    .refine((name) => name.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(name)),
  email: emailSchema,
  role: z.enum(roles),
});
