/** What the database code needs of a logger; pino's fits. */
export type Log = {
  debug(fields: object, message: string): void;
  debug(message: string): void;
  info(fields: object, message: string): void;
  info(message: string): void;
  warn(fields: object, message: string): void;
  warn(message: string): void;
  error(fields: object, message: string): void;
  error(message: string): void;
};

const nothing = (): void => {};

/** For callers that want no log, such as tests. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
