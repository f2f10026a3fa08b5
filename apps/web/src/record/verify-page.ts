/** Checks a proof in the reader's own browser, on a page that was rendered on the server. */
export {}
