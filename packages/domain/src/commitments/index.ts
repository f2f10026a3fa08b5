/**
 * Chapter 5, commitments: what members undertake after a decision, and what is told of it. The chapter has its
 * place in the order, last, where it may look at every other and none may look at it. It knows no act yet: there
 * is nothing to decide, and its state is empty.
 */
export interface CommitmentsState {
  readonly edition: 0
}

export const initial: CommitmentsState = { edition: 0 }
