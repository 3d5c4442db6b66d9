import { test as base } from "./fixtures.ts";
import { removeData, type Server, startServer, temporaryData } from "./server.ts";

/** `restart` ends the server and starts it on the same data and address. */
type Fresh = Pick<Server, "origin" | "link"> & { readonly restart: () => Promise<void> };

/** For what needs an installation of its own: a fresh one, with nothing in it and nobody signed in. */
export const test = base.extend<{ readonly fresh: Fresh }>({
  storageState: { cookies: [], origins: [] },
  fresh: async ({ baseURL: _shared }, use) => {
    const data = await temporaryData();
    let server = await startServer({ data });
    const { origin, link } = server;
    const restart = async (): Promise<void> => {
      await server.stop();
      server = await startServer({ data, port: Number(new URL(origin).port) });
    };
    await use({ origin, link, restart });
    await server.stop();
    await removeData(data);
  },
});

export { expect } from "./fixtures.ts";
