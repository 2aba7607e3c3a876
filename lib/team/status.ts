import "server-only";
import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import type { PersonStatus } from "./model";

export const matchesStatus: Record<PersonStatus, SQL | undefined> = {
  active: and(isNull(users.suspendedAt), isNotNull(users.emailVerified)),
  invited: and(isNull(users.suspendedAt), isNull(users.emailVerified)),
  suspended: isNotNull(users.suspendedAt),
};

export const statusColumn = sql<PersonStatus>`case
  when ${users.suspendedAt} is not null then 'suspended'
  when ${users.emailVerified} is null then 'invited'
  else 'active' end`;
