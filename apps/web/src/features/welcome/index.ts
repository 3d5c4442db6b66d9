export { SampleList } from "./sample-list.tsx";
export { WelcomePage } from "./welcome-page.tsx";
