import { customType, timestamp } from "drizzle-orm/pg-core";

/** Every instant is stored with its zone. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** Raw bytes: what was signed, sealed or drawn survives unchanged, NUL included. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => "bytea",
});
