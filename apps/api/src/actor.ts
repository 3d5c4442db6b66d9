/** The signed-in person on whose behalf something is done. */
export type Actor = { readonly userId: string; readonly name: string; readonly isOwner: boolean };
