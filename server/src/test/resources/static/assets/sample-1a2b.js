export const greeting = "guanxi";
