/** What our tests use of `jsonld`, which comes without types. */
declare module "jsonld" {
  export type Expanded = { [iri: string]: unknown };
  const jsonld: {
    expand(
      document: object,
      options: {
        documentLoader(url: string): Promise<{ documentUrl: string; document: object }>;
        /** Whatever would be lost is an error. */
        safe: boolean;
      },
    ): Promise<Expanded[]>;
  };
  export default jsonld;
}
