// The layout engine's worker as gzip in base64; build.mjs makes it.
declare module "packed:elk" {
  const text: string;
  export default text;
}
