import "server-only";
import account from "./account.json";
import activity from "./activity.json";
import actors from "./actors.json";
import acts from "./acts.json";
import areas from "./areas.json";
import audit from "./audit.json";
import auth from "./auth.json";
import banks from "./banks.json";
import changeItems from "./changeItems.json";
import classicDisablement from "./classicDisablement.json";
import command from "./command.json";
import customers from "./customers.json";
import erasure from "./erasure.json";
import factors from "./factors.json";
import frame from "./frame.json";
import handovers from "./handovers.json";
import health from "./health.json";
import imports from "./imports.json";
import institutions from "./institutions.json";
import invitations from "./invitations.json";
import launch from "./launch.json";
import launchItems from "./launchItems.json";
import live from "./live.json";
import nameTwins from "./nameTwins.json";
import nextAction from "./nextAction.json";
import notifications from "./notifications.json";
import overview from "./overview.json";
import parts from "./parts.json";
import recordedChanges from "./recordedChanges.json";
import refusals from "./refusals.json";
import rejections from "./rejections.json";
import requests from "./requests.json";
import requirements from "./requirements.json";
import review from "./review.json";
import roles from "./roles.json";
import runs from "./runs.json";
import secondFactor from "./secondFactor.json";
import secretKinds from "./secretKinds.json";
import secrets from "./secrets.json";
import settings from "./settings.json";
import standIns from "./standIns.json";
import statuses from "./statuses.json";
import team from "./team.json";
import technicalDetails from "./technicalDetails.json";
import time from "./time.json";
import waits from "./waits.json";
import webhooks from "./webhooks.json";
import wizard from "./wizard.json";
import wordingKinds from "./wordingKinds.json";

/** What only staff read, by namespace: a part of the product each. */
export const staff = {
  account,
  activity,
  actors,
  acts,
  areas,
  audit,
  auth,
  banks,
  changeItems,
  classicDisablement,
  command,
  customers,
  erasure,
  factors,
  frame,
  handovers,
  health,
  imports,
  institutions,
  invitations,
  launch,
  launchItems,
  live,
  nameTwins,
  nextAction,
  notifications,
  overview,
  parts,
  recordedChanges,
  refusals,
  rejections,
  requests,
  requirements,
  review,
  roles,
  runs,
  secondFactor,
  secretKinds,
  secrets,
  settings,
  standIns,
  statuses,
  team,
  technicalDetails,
  time,
  waits,
  webhooks,
  wizard,
  wordingKinds,
};
