/** A control-plane call that cannot be carried out. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: 400 | 404;

  constructor(status: 400 | 404, message: string) {
    super(message);
    this.status = status;
  }
}
