/** A value JSON can carry. What is put on the record is always one of these. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
