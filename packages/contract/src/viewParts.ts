import { type TSchema, Type } from 'typebox'

/** The words the shapes of views are written in. */

export const Id = Type.String()
export const Words = Type.String()
export const Count = Type.Integer({ minimum: 0 })
export const maybe = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const optional = Type.Optional
export const list = <T extends TSchema>(schema: T) => Type.Array(schema)
export const oneOf = (...words: readonly string[]) => Type.Union(words.map(word => Type.Literal(word)))
