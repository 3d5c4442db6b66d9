export const OpenLinkPage = () => null;
