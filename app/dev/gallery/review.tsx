"use client";

import { Assignment } from "@/components/review/assignment";
import { BeingReviewed } from "@/components/review/being-reviewed";
import { Changes } from "@/components/review/changes";
import { CheckList } from "@/components/review/check-list";
import { PastReviews } from "@/components/review/past-reviews";
import { ReviewQueue } from "@/components/review/queue";
import { RejectOnPage } from "@/components/review/reject";
import { Thread } from "@/components/review/thread";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import type { CommentView, QueueRow } from "@/lib/reviews/model";
import { LONG_NAME, minutesAgo } from "./samples";
import { Room, Specimen } from "./specimen";

const mira = { id: "usr_1", name: "Mira Chen" };

const waiting: QueueRow = {
  id: "cus_1",
  companyName: "Acme",
  submittedBy: "Ana Ruiz",
  submittedAt: minutesAgo(90),
  assignee: null,
  reviewer: null,
  findings: 0,
};

const rows: QueueRow[] = [
  {
    ...waiting,
    id: "cus_2",
    companyName: LONG_NAME,
    submittedBy: LONG_NAME,
    submittedAt: minutesAgo(5_000),
    assignee: { id: "usr_2", name: LONG_NAME },
    reviewer: { ...mira, since: minutesAgo(3) },
    findings: 2,
  },
  { ...waiting, assignee: mira, findings: 1 },
  { ...waiting, id: "cus_3", companyName: "株式会社はてな", submittedAt: minutesAgo(1_500) },
];

const comment: CommentView = {
  ...{ id: "com_1", step: "company", path: "website", body: "Which of your websites is it?" },
  ...{ internal: false, sent: false, by: "Mira Chen", at: minutesAgo(5), removable: true },
};
const comments: CommentView[] = [
  { ...comment, id: "com_0", sent: true, removable: false, at: minutesAgo(3_000) },
  comment,
  { ...comment, id: "com_2", internal: true, body: LONG_NAME, by: LONG_NAME },
];

const nothing = async () => {};

export function Review() {
  return (
    <Room title="Review">
      <Specimen of="ReviewQueue">
        <ReviewQueue rows={rows} userId="usr_1" assign={nothing} />
      </Specimen>
      <Specimen of="CardTable, CardRow, CardCell">
        <CardTable
          caption="Sample"
          columns={[
            ["Name", "w-1/2"],
            ["Number", "w-1/2"],
          ]}
        >
          <CardRow>
            <CardCell>Acme</CardCell>
            <CardCell label="Number">12</CardCell>
          </CardRow>
        </CardTable>
      </Specimen>
      <Specimen of="BeingReviewed">
        <BeingReviewed reviewer={{ ...mira, since: minutesAgo(3) }} you={false} />
        <BeingReviewed reviewer={{ ...mira, since: minutesAgo(0) }} you />
      </Specimen>
      <Specimen of="Thread: open, with an error, closed">
        <Thread
          place={comment}
          label="Website"
          comments={comments}
          typed=""
          error={undefined}
          asks="Ask the customer"
        />
        <Thread
          place={{ step: "products", path: "" }}
          label="The section Products"
          comments={[]}
          typed=""
          error="Enter what you want to say"
          asks={null}
        />
        <Thread
          place={{ step: "support", path: "email" }}
          label="Support email address"
          comments={comments}
          typed={undefined}
          error={undefined}
          asks={null}
        />
      </Specimen>
      <Specimen of="Changes">
        <Changes
          refused={false}
          reload="/dev/gallery"
          changes={[
            {
              ...{ step: "company", path: "website", label: "Website" },
              ...{ from: "https://acme.example", to: `https://${LONG_NAME}.example` },
              ...{ by: LONG_NAME, at: minutesAgo(1) },
            },
          ]}
        />
      </Specimen>
      <Specimen of="CheckList">
        <CheckList
          checks={[
            { code: "names", findings: [] },
            {
              code: "letters",
              findings: [
                {
                  step: "company",
                  path: "website",
                  remark: { code: "said", text: "pаypal.com will be sent as xn--pypal-4ve.com" },
                },
              ],
            },
          ]}
        />
      </Specimen>
      <Specimen of="Assignment">
        <Assignment
          review={{ assignee: mira, people: [mira, { id: "usr_2", name: LONG_NAME }] }}
          userId="usr_1"
          assign={nothing}
        />
      </Specimen>
      <Specimen of="PastReviews">
        <PastReviews
          past={[
            {
              ...{ id: "rev_2", decision: "rejected", by: "Mira Chen", at: minutesAgo(20) },
              ...{ reasonCode: "not_a_fit", reason: LONG_NAME },
            },
            {
              ...{ id: "rev_1", decision: "changes_requested", by: LONG_NAME },
              ...{ at: minutesAgo(9_000), reasonCode: null, reason: "" },
            },
          ]}
        />
      </Specimen>
      <Specimen of="RejectOnPage">
        <RejectOnPage
          id="cus_1"
          company={LONG_NAME}
          seen={{ submissionId: "", answersSha256: "" }}
          reader="Ana Ruiz"
          reject={async (state) => state}
        />
      </Specimen>
    </Room>
  );
}
