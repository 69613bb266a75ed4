/** Ends a command with a message and an exit code: 1 for a wrong answer or record, 2 for wrong usage. */
export class CommandFailure extends Error {
  override name = "CommandFailure";
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
