import { create } from "zustand";
import { failureOf } from "./failure.ts";

type Connection = {
  /** False from a request that got no answer until the server answers again. */
  readonly reachable: boolean;
  /** False when the server no longer knows the session there was; what is on the page stays. */
  readonly signedIn: boolean;
};

export const useConnection = create<Connection>()(() => ({ reachable: true, signedIn: true }));

// Whether there ever was a session on this page: somebody who never had one has lost none.
let hadSession = false;

/** Every answer tells something about the connection; call with the thrown value, or with nothing when it went well. */
export function noteAnswer(error?: unknown): void {
  const { reachable, signedIn } = useConnection.getState();
  const code = error === undefined ? undefined : failureOf(error).code;
  if (code === "offline") {
    if (reachable) useConnection.setState({ reachable: false });
    return;
  }
  if (code === "bug") return;
  if (code !== "unauthenticated") hadSession = true;
  const next = { reachable: true, signedIn: code !== "unauthenticated" || !hadSession };
  if (next.reachable !== reachable || next.signedIn !== signedIn) useConnection.setState(next);
}

const POLL_MS = 2500;

/** While the server does not answer, asks for its health until it does. Returns the way to stop. */
export function watchHealth(onBack: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const healthy = await fetch("/api/health", { cache: "no-store" }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (useConnection.getState().reachable) return;
    if (healthy) {
      useConnection.setState({ reachable: true });
      onBack();
    } else {
      timer = setTimeout(ask, POLL_MS);
    }
  };
  const unsubscribe = useConnection.subscribe(({ reachable }, before) => {
    clearTimeout(timer);
    if (!reachable && before.reachable) timer = setTimeout(ask, POLL_MS);
  });
  const retryNow = () => {
    if (useConnection.getState().reachable) return;
    clearTimeout(timer);
    void ask();
  };
  window.addEventListener("online", retryNow);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener("online", retryNow);
  };
}
