/**
 * Radix adds a style while a dialog is open, and takes its nonce from this variable: without one the
 * Content-Security-Policy would refuse the style, and the page behind the dialog would scroll.
 */
Reflect.set(
  globalThis,
  "__webpack_nonce__",
  document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce,
);
