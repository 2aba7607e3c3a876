import "server-only";
import type { Texts } from "./en";

export const es: Texts = {
  hello: (name) => `Hola, ${name}:`,
  unnamedCompany: "su empresa",
  askedFor: "Se le piden estos datos:",
  due: ({ partner }, day) => `${partner} desea recibirlos a más tardar el ${day}.`,
  works: (day) =>
    `El enlace funciona hasta el ${day}. Lo que escribe se guarda al momento: puede parar y seguir más tarde.`,
  code: ({ email }) => `En un dispositivo nuevo se le pide un código, que se envía a ${email}.`,
  passOn:
    "Si un compañero debe rellenar una sección, envíele su propio enlace desde el formulario y guarde este para usted.",
  writes: (name) => `${name} escribe:`,
  why: ({ sender, partner, company, email }) =>
    `Recibe este mensaje porque ${sender} indicó ${email} como dirección de alguien que puede responder a preguntas de ${partner} sobre ${company}. Si es un error, no tiene que hacer nada.`,

  invitation: {
    subject: ({ partner, company }) => `${partner} le pide datos de ${company}`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, le pide que facilite datos de ${company}. ${partner} los necesita para registrar la empresa en Plaid, de modo que se puedan conectar cuentas bancarias a su aplicación.`,
    action: "Facilitar los datos",
  },
  forwarded: {
    subject: ({ sender, company }) => `${sender} le pasa preguntas sobre ${company}`,
    intro: ({ sender, partner, company }) =>
      `${partner} pidió a ${sender} datos de ${company}, y ${sender} le pasa a usted algunas de las preguntas.`,
  },
  newLink: {
    subject: ({ company }) => `Su enlace nuevo para los datos de ${company}`,
    intro: ({ partner, company }) =>
      `Este es el enlace que pidió. Lleva a los datos de ${company} que le pide ${partner}. Lo que ya se escribió se conserva.`,
    action: "Seguir con los datos",
  },
  reminder: {
    subject: ({ partner, company }) => `${partner} aún necesita datos de ${company}`,
    intro: ({ sender, company }) =>
      `${sender} le pidió datos de ${company} que todavía no se han enviado. Lo que se escribió se conserva.`,
    stop: "No recibir más recordatorios sobre esto",
  },
  deviceCode: {
    subject: (code, { partner }) => `${code} es su código para ${partner}`,
    intro: ({ partner, company }) =>
      `Escriba este código en la página que lo pide para seguir con los datos de ${company} para ${partner}:`,
    works:
      "Funciona una sola vez y durante 10 minutos. Nadie se lo pedirá por teléfono ni por escrito.",
    notYou: ({ partner }) =>
      `Si usted no abrió esa página, otra persona tiene su enlace. No dé el código a nadie y avise a ${partner}.`,
  },
  secrets: { sandbox: "Secreto de Sandbox", production: "Secreto de Production" },
  handover: {
    subject: ({ partner, company }) => `${partner} tiene claves de Plaid de ${company} para usted`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, le entrega claves con las que ${company} accede a Plaid:`,
    action: "Recibir las claves",
    once: "La página del enlace las muestra una sola vez. Tenga a mano su gestor de contraseñas.",
    works: ({ email }, day) =>
      `El enlace funciona hasta el ${day}. La página pide un código, que se envía a ${email}.`,
    why: ({ sender, partner, company, email }) =>
      `Recibe este mensaje porque ${sender} indicó ${email} como dirección de quien recibe las claves de ${company} de parte de ${partner}. Si es un error, no abra el enlace y avise a ${partner}.`,
  },
  handoverCode: {
    subject: (code, { partner }) => `${code} es su código para las claves de ${partner}`,
    intro: ({ company }) =>
      `Escriba este código en la página que lo pide para ver las claves de Plaid de ${company}:`,
  },
  handoverReceipt: {
    subject: ({ company }) => `Ha recibido las claves de Plaid de ${company}`,
    intro: ({ partner, company }, moment) =>
      `El ${moment} abrió el enlace de ${partner} y se le mostraron claves de ${company}:`,
    gone: ({ partner }) =>
      `El enlace ya no muestra nada, y ${partner} no guarda ninguna copia. Si se pierde una clave, ${partner} puede crear otra.`,
    notYou: ({ partner }) =>
      `Si no fue usted, otra persona tiene sus claves: avise a ${partner} de inmediato.`,
  },
  changesRequested: {
    subject: ({ partner, company }) => `${partner} pide cambios en los datos de ${company}`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, ha revisado los datos de ${company} y le pide que cambie esto:`,
    rest: "Todo lo demás queda como se envió.",
    action: "Hacer los cambios",
  },
  approved: {
    subject: ({ company }) => `Los datos de ${company} están aprobados`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, ha revisado los datos de ${company} y los ha aprobado. Usted no tiene que hacer nada más: ${partner} registra ${company} en Plaid.`,
    action: "Ver lo que se envió",
  },
  rejected: {
    subject: ({ partner, company }) => `${partner} no sigue adelante con ${company}`,
    intro: ({ sender, partner, company }) =>
      `${sender}, de ${partner}, ha revisado los datos de ${company} y ha decidido no seguir adelante.`,
    questions: ({ partner }) =>
      `Las respuestas se conservan. Si tiene preguntas, diríjase a su contacto en ${partner}.`,
  },
  receipt: {
    subject: ({ partner, company }, reference) =>
      `${partner} ha recibido los datos de ${company} (${reference})`,
    intro: ({ sender, partner, company }, day) =>
      `${sender} envió los datos de ${company} a ${partner} el ${day}.`,
    reference: (reference) => `Referencia: ${reference}`,
    next: ({ partner }) =>
      `${partner} los está revisando. Recibirá un mensaje cuando estén aprobados o si hay que cambiar algo.`,
  },
};
