export { NoSessionPage } from "./no-session-page.tsx";
export { OpenLinkPage } from "./open-link-page.tsx";
