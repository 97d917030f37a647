/** Before the name of a test file that was left out for want of poppler. */
export const WITHOUT_POPPLER = 'poppler '
export const GET_POPPLER = "install Debian's poppler-utils, or set PDFTOPPM to a pdftoppm of this machine"
