import "server-only";
import type { Texts } from "./en";

export const fr: Texts = {
  hello: (name) => `Bonjour ${name},`,
  unnamedCompany: "votre entreprise",
  askedFor: "Voici ce qui vous est demandé :",
  due: ({ partner }, day) => `${partner} souhaite les recevoir au plus tard le ${day}.`,
  works: (day) =>
    `Le lien fonctionne jusqu’au ${day}. Ce que vous saisissez est enregistré au fur et à mesure : vous pouvez vous arrêter et reprendre plus tard.`,
  code: ({ email }) =>
    `Sur un nouvel appareil, un code vous est demandé ; il est envoyé à ${email}.`,
  passOn:
    "Si un collègue doit remplir une section, envoyez-lui son propre lien depuis le formulaire et gardez celui-ci pour vous.",
  writes: (name) => `${name} écrit :`,
  why: ({ sender, partner, company, email }) =>
    `Vous recevez cet e-mail parce que ${sender} a indiqué ${email} comme adresse d’une personne qui peut répondre aux questions de ${partner} sur ${company}. Si c’est une erreur, vous n’avez rien à faire.`,

  invitation: {
    subject: ({ partner, company }) => `${partner} vous demande des informations sur ${company}`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, vous demande de fournir des informations sur ${company}. ${partner} en a besoin pour enregistrer l’entreprise auprès de Plaid, afin que des comptes bancaires puissent être connectés à son application.`,
    action: "Fournir les informations",
  },
  forwarded: {
    subject: ({ sender, company }) => `${sender} vous transmet des questions sur ${company}`,
    intro: ({ sender, partner, company }) =>
      `${partner} a demandé à ${sender} des informations sur ${company}, et ${sender} vous transmet une partie des questions.`,
  },
  newLink: {
    subject: ({ company }) => `Votre nouveau lien pour les informations sur ${company}`,
    intro: ({ partner, company }) =>
      `Voici le lien que vous avez demandé. Il mène aux informations sur ${company} que ${partner} vous demande. Ce qui a déjà été saisi est conservé.`,
    action: "Continuer",
  },
  reminder: {
    subject: ({ partner, company }) => `${partner} attend encore des informations sur ${company}`,
    intro: ({ sender, company }) =>
      `${sender} vous a demandé des informations sur ${company}, qui n’ont pas encore été envoyées. Ce qui a été saisi est conservé.`,
    stop: "Ne plus recevoir de rappels à ce sujet",
  },
  deviceCode: {
    subject: (code, { partner }) => `${code} est votre code pour ${partner}`,
    intro: ({ partner, company }) =>
      `Saisissez ce code sur la page qui le demande pour continuer avec les informations sur ${company} pour ${partner} :`,
    works:
      "Il fonctionne une seule fois et pendant 10 minutes. Personne ne vous le demandera, ni par téléphone ni par écrit.",
    notYou: ({ partner }) =>
      `Si vous n’avez pas ouvert cette page, quelqu’un d’autre a votre lien. Ne donnez le code à personne et prévenez ${partner}.`,
  },
  secrets: { sandbox: "Secret Sandbox", production: "Secret Production" },
  handover: {
    subject: ({ partner, company }) => `${partner} a des clés Plaid de ${company} pour vous`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, vous remet des clés avec lesquelles ${company} accède à Plaid :`,
    action: "Recevoir les clés",
    once: "La page du lien les montre une seule fois. Gardez votre gestionnaire de mots de passe à portée de main.",
    works: ({ email }, day) =>
      `Le lien fonctionne jusqu’au ${day}. La page demande un code, qui est envoyé à ${email}.`,
    why: ({ sender, partner, company, email }) =>
      `Vous recevez cet e-mail parce que ${sender} a indiqué ${email} comme adresse de la personne qui reçoit les clés de ${company} de la part de ${partner}. Si c’est une erreur, n’ouvrez pas le lien et prévenez ${partner}.`,
  },
  handoverCode: {
    subject: (code, { partner }) => `${code} est votre code pour les clés de ${partner}`,
    intro: ({ company }) =>
      `Saisissez ce code sur la page qui le demande pour voir les clés Plaid de ${company} :`,
  },
  handoverReceipt: {
    subject: ({ company }) => `Vous avez reçu les clés Plaid de ${company}`,
    intro: ({ partner, company }, moment) =>
      `Le ${moment}, vous avez ouvert le lien de ${partner} et des clés de ${company} vous ont été montrées :`,
    gone: ({ partner }) =>
      `Le lien ne montre plus rien, et ${partner} ne garde aucune copie. Si une clé est perdue, ${partner} peut en créer une autre.`,
    notYou: ({ partner }) =>
      `Si ce n’était pas vous, quelqu’un d’autre a vos clés : prévenez ${partner} sans attendre.`,
  },
  changesRequested: {
    subject: ({ partner, company }) => `${partner} demande des modifications pour ${company}`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, a examiné les informations sur ${company} et vous demande de modifier ceci :`,
    rest: "Tout le reste est conservé tel que vous l’avez envoyé.",
    action: "Faire les modifications",
  },
  approved: {
    subject: ({ company }) => `Les informations sur ${company} sont approuvées`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, a examiné les informations sur ${company} et les a approuvées. Vous n’avez plus rien à faire : ${partner} enregistre ${company} auprès de Plaid.`,
    action: "Voir ce qui a été envoyé",
  },
  rejected: {
    subject: ({ partner, company }) => `${partner} ne donne pas suite pour ${company}`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, a examiné les informations sur ${company} et a décidé de ne pas donner suite.`,
    questions: ({ partner }) =>
      `Les réponses sont conservées. Pour toute question, adressez-vous à votre contact chez ${partner}.`,
  },
  receipt: {
    subject: ({ partner, company }, reference) =>
      `${partner} a reçu les informations sur ${company} (${reference})`,
    intro: ({ sender, partner, company }, day) =>
      `${sender} a envoyé les informations sur ${company} à ${partner} le ${day}.`,
    reference: (reference) => `Référence : ${reference}`,
    next: ({ partner }) =>
      `${partner} les examine maintenant. Vous recevrez un e-mail quand elles seront approuvées, ou si quelque chose doit être modifié.`,
  },
};
