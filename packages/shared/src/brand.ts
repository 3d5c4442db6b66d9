/** A nominal type over a primitive: the compiler keeps units and ids apart that are all numbers or strings at run time. */
declare const brand: unique symbol;

export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
