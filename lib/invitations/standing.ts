import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { maskEmail, may, type Reader } from "@/lib/auth/model";
import { DROPPED, NOT_CONFIGURED } from "@/lib/mail/model";
import type { Standing } from "./model";

/** Read with a customer's row, for the few rows that are shown; null unless others have the draft. */
export const standing: SQL<Standing | null> = sql`(
  case when customers.status in ('INVITED', 'CUSTOMER_EDITING', 'CHANGES_REQUESTED', 'IN_REVIEW') then
  jsonb_build_object(
    'invitation', (
      select jsonb_build_object(
        'email', invitations.email, 'expiresAt', invitations.expires_at,
        'sentAt', coalesce(mail.created_at, invitations.created_at),
        'undelivered', case
          when mail.refused_at is not null then 'refused'
          when mail.sent_at is not null or mail.due_at is not null then null
          when mail.last_failure = ${NOT_CONFIGURED} then 'not_configured'
          when mail.last_failure <> ${DROPPED} then 'failed'
        end
      )
      from invitations left join lateral (
        select created_at, sent_at, refused_at, due_at, last_failure from mails
        where invitation_id = invitations.id and template <> 'device-code'
        order by created_at desc limit 1
      ) mail on true
      where customer_id = customers.id and forwarded_from is null and revoked_at is null
      order by invitations.created_at desc limit 1
    ),
    'activeAt', (select max(active_at) from invitations where customer_id = customers.id),
    'submission', (
      select jsonb_build_object('name', name, 'at', at) from submissions
      where customer_id = customers.id order by at desc limit 1
    ),
    'toFix', (
      select count(distinct (step, path)) from review_comments
      where customer_id = customers.id and review_id = (
        select id from reviews where customer_id = customers.id order by at desc, id desc limit 1
      )
    )
  ) end
)`;

/** Without what a reader may not see of people. */
export function standingFor(reader: Reader, found: Standing | null): Standing | null {
  if (!found || may(reader, "contact.read")) return found;
  const { invitation, submission } = found;
  return {
    ...found,
    invitation: invitation && { ...invitation, email: maskEmail(invitation.email) },
    submission: submission && { ...submission, name: null },
  };
}
