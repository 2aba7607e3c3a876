/** Whether a field is one of those the customer was asked to change; "" opens its whole section. */
export function isOpenTo(path: string, open: string[]): boolean {
  return open.some((one) => one === "" || `${path}.`.startsWith(`${one}.`));
}
