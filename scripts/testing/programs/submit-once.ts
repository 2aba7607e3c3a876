// One submission in a process of its own, so that a test can kill it between call and record.

import { closeDatabase } from "@/db/client";
import { submitOnboarding } from "@/lib/onboarding/submit";
import type { Staff } from "@/scripts/testing/actors";

const actor = JSON.parse(process.env.TEST_ACTOR ?? "") as Staff;
await submitOnboarding(actor, process.argv[2] ?? "");
await closeDatabase();
